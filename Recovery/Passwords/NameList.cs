using System.Globalization;
using System.Text;
using ResetBot.Recovery.Accounts;

namespace ResetBot.Recovery.Passwords;

/// <summary>
/// The names that must not stand in a person's password: first and last name and each part of them, the user name without its domain, the
/// company. Microsoft Entra password protection: names of four or more characters, as substrings of the normalised password.
/// </summary>
internal static class NameList
{
    private const int Shortest = 4;

    /// <summary>The names, normalised, with and without their accents.</summary>
    public static IReadOnlyList<string> Of(Account account, IEnumerable<string> companyNames)
    {
        var at = account.UserName.IndexOf('@', StringComparison.Ordinal);
        var userName = at < 0 ? account.UserName : account.UserName[..at];
        IEnumerable<string> names = [account.FirstName, account.LastName, userName, .. companyNames];
        return
        [
            .. names.SelectMany(WithParts)
                .SelectMany(name => new[] { name, WithoutAccents(name) })
                .Select(PasswordText.NormaliseToString)
                .Where(name => name.EnumerateRunes().Count() >= Shortest)
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<string> WithParts(string name) => [name, .. name.Split([' ', '-', '.', '_', '\'', '’'])];

    private static string WithoutAccents(string name)
        => string.Concat(name.Normalize(NormalizationForm.FormD)
            .Where(character => char.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark));
}
