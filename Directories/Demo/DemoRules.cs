using ResetBot.Recovery.Accounts;

namespace ResetBot.Directories.Demo;

/// <summary>The demonstration directory's own rules, close to what Active Directory and Microsoft Entra ID ask.</summary>
internal static class DemoRules
{
    internal static readonly DirectoryPasswordRules Passwords = new(
        MinimumLength: 8, // Microsoft Entra ID password policy: 8 to 256 characters, 3 of 4 kinds.
        MaximumLength: 256,
        ClassesRequired: 3,
        HistoryLength: 5,
        LockoutThreshold: 5,
        LockoutWindow: TimeSpan.FromMinutes(15));

    internal static readonly TimeSpan LockoutDuration = TimeSpan.FromMinutes(15);

    internal const string Domain = "contoso.example";

    internal const string Company = "Contoso";

    /// <summary>Which of the directory's own rules a password breaks; null when none.</summary>
    internal static DirectoryRefusal? Refusal(ReadOnlySpan<char> password)
    {
        if (password.Length < Passwords.MinimumLength)
        {
            return DirectoryRefusal.TooShort;
        }

        if (password.Length > Passwords.MaximumLength)
        {
            return DirectoryRefusal.TooLong;
        }

        return Kinds(password) < Passwords.ClassesRequired ? DirectoryRefusal.TooSimple : null;
    }

    /// <summary>Whether the present password may not be replaced yet. One that must be changed always may.</summary>
    internal static bool IsTooYoung(DemoRow row, TimeSpan minimumAge, DateTimeOffset now)
        => !row.MustChange && now - DateTimeOffset.FromUnixTimeMilliseconds(row.PasswordChangedAt) < minimumAge;

    private static int Kinds(ReadOnlySpan<char> password)
    {
        var (lower, upper, digit, symbol) = (0, 0, 0, 0);
        foreach (var character in password)
        {
            if (char.IsLower(character))
            {
                lower = 1;
            }
            else if (char.IsUpper(character))
            {
                upper = 1;
            }
            else if (char.IsDigit(character))
            {
                digit = 1;
            }
            else
            {
                symbol = 1;
            }
        }

        return lower + upper + digit + symbol;
    }
}
