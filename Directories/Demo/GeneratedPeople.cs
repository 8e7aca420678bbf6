using System.Globalization;

namespace ResetBot.Directories.Demo;

/// <summary>People for load tests, computed from their number and stored only once something about them has changed.</summary>
internal static class GeneratedPeople
{
    private const string IdStart = "00000000-0000-4000-8000-";
    private const string NameStart = "person";
    private const string CalledStart = "Person ";
    private const string NameEnd = "@" + DemoRules.Domain;
    private const int Digits = 12;

    // The same for all, so that a person is the same person at every start.
    private static readonly long PasswordChangedAt = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    /// <summary>The person whom an object id names, of the first <paramref name="count"/>; null when there is none.</summary>
    public static DemoRow? ById(ReadOnlySpan<char> id, int count)
        => id.Length == IdStart.Length + Digits && id.StartsWith(IdStart, StringComparison.Ordinal)
            ? ByDigits(id[IdStart.Length..], count)
            : null;

    /// <summary>The person whom a user name names, with or without the domain.</summary>
    public static DemoRow? ByUserName(ReadOnlySpan<char> name, int count)
    {
        if (name.EndsWith(NameEnd, StringComparison.OrdinalIgnoreCase))
        {
            name = name[..^NameEnd.Length];
        }

        return name.Length == NameStart.Length + Digits && name.StartsWith(NameStart, StringComparison.OrdinalIgnoreCase)
            ? ByDigits(name[NameStart.Length..], count)
            : null;
    }

    /// <summary>The person who is called so, of the first <paramref name="count"/>; null when nobody is.</summary>
    public static DemoRow? ByDisplayName(ReadOnlySpan<char> name, int count)
        => name.Length == CalledStart.Length + Digits && name.StartsWith(CalledStart, StringComparison.OrdinalIgnoreCase)
            ? ByDigits(name[CalledStart.Length..], count)
            : null;

    public static string StartingPassword(ReadOnlySpan<char> digits) => $"Start-Person{digits}-2026!";

    // Ten people have one manager, who is one of the ten before them; the first has one in the company that is seeded.
    private static string ManagerOf(long number, int digits) => IdStart + (number / 10).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');

    private static DemoRow? ByDigits(ReadOnlySpan<char> digits, int count)
    {
        if (!long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number >= count)
        {
            return null;
        }

        return new DemoRow
        {
            Id = $"{IdStart}{digits}",
            UserName = $"{NameStart}{digits}{NameEnd}",
            DisplayName = $"{CalledStart}{digits}",
            FirstName = "Person",
            LastName = digits.ToString(),
            GroupName = DemoSeed.Everyone,
            Manager = number == 0 ? DemoSeed.Alex : ManagerOf(number, digits.Length),
            StartingPassword = StartingPassword(digits),
            PasswordChangedAt = PasswordChangedAt,
        };
    }
}
