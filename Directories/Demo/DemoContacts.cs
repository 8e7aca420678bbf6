using ResetBot.Recovery.Accounts;

namespace ResetBot.Directories.Demo;

/// <summary>What the company's directory has of people's phones. The numbers are those that the Swedish authority keeps for stories.</summary>
internal static class DemoContacts
{
    private static readonly Dictionary<string, DemoContact> Seeded = new(StringComparer.OrdinalIgnoreCase)
    {
        [DemoSeed.Alex] = new("+46 8 465 004 12"),
        [DemoSeed.Megan] = new("08-465 004 13") { RingsInTeams = true },
        [DemoSeed.Isaiah] = new("+46 8 465 004 10 x17"),
        [DemoSeed.Patti] = new("+46 8 465 004 14"),
        [DemoSeed.Pradeep] = new("+46 8 465 004 15"),
        [DemoSeed.Diego] = new("+46 8 465 004 16") { OwnerMayChange = true },
        [DemoSeed.Henrietta] = new("+46 8 465 004 17"),
    };

    /// <summary>The account with what the directory has of its owner's phones.</summary>
    public static Account With(DemoRow row, Account account) => Of(row) is { } contact
        ? account with
        {
            OfficePhone = new DirectoryContact(contact.OfficePhone, contact.OwnerMayChange),
            OfficePhoneRingsInAccount = contact.RingsInTeams,
        }
        : account;

    // Each of the generated people has an office phone, and all of them at once share no number.
    private static DemoContact? Of(DemoRow row) =>
        row.Seeded ? Seeded.GetValueOrDefault(row.Id) : new DemoContact($"+468{long.Parse(row.LastName, System.Globalization.CultureInfo.InvariantCulture) % 10_000_000:D7}");
}
