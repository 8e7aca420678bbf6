using System.Globalization;
using ResetBot.Recovery.Accounts;

namespace ResetBot.Directories.Demo;

/// <summary>What the company's directory has of people's phones and private addresses. The numbers are those that Sweden keeps for stories.</summary>
internal static class DemoContacts
{
    private static readonly Dictionary<string, DemoContact> Seeded = new(StringComparer.OrdinalIgnoreCase)
    {
        [DemoSeed.Alex] = new() { Office = "+46 8 465 004 12", Mobile = "+46 70 174 06 05", Mail = "alex.wilber@private.example" },
        [DemoSeed.Megan] = new() { Office = "+46 8 465 004 13", RingsInTeams = true, Mobile = "+46 70 174 06 06" },
        [DemoSeed.Adele] = new() { Mail = "adele.vance@private.example" },
        [DemoSeed.Isaiah] = new() { Office = "+46 8 465 004 10 x17", Mail = "isaiah+work@contoso.example" },
        [DemoSeed.Patti] = new() { Office = "+46 8 465 004 14" },
        [DemoSeed.Pradeep] = new() { Office = "+46 8 465 004 15" },
        [DemoSeed.Diego] = new() { Office = "+46 8 465 004 16", Mobile = "+46 70 174 06 08", OwnerMayChange = true },
        [DemoSeed.Henrietta] = new() { Office = "+46 8 465 004 17", Mobile = "+46 70 174 06 09" },
    };

    /// <summary>The account with what the directory has of its owner.</summary>
    public static Account With(DemoRow row, Account account) => Of(row) is { } contact
        ? account with
        {
            OfficePhone = Entry(contact, contact.Office),
            OfficePhoneRingsInAccount = contact.RingsInTeams,
            MobilePhone = Entry(contact, contact.Mobile),
            OtherMails = Entry(contact, contact.Mail) is { } mail ? [mail] : [],
        }
        : account;

    private static DirectoryContact? Entry(DemoContact contact, string? value) => value is null ? null : new DirectoryContact(value, contact.OwnerMayChange);

    // Each of the generated people has an office phone of their own.
    private static DemoContact? Of(DemoRow row) => row.Seeded
        ? Seeded.GetValueOrDefault(row.Id)
        : new DemoContact { Office = $"+468{long.Parse(row.LastName, CultureInfo.InvariantCulture) % 10_000_000:D7}" };
}
