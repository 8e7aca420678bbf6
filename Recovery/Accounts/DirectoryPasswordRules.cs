namespace ResetBot.Recovery.Accounts;

/// <summary>What a directory itself asks of a password.</summary>
/// <param name="MinimumLength">Characters at the least.</param>
/// <param name="MaximumLength">Characters at the most.</param>
/// <param name="ClassesRequired">How many of lower case, upper case, digit and symbol must occur; 0 asks none.</param>
/// <param name="HistoryLength">How many earlier passwords (the present one counts as one) are refused; 0 refuses none.</param>
/// <param name="LockoutThreshold">Wrong passwords in <paramref name="LockoutWindow"/> that lock the account; 0 never locks.</param>
/// <param name="LockoutWindow">In what time wrong passwords are counted together.</param>
public sealed record DirectoryPasswordRules(
    int MinimumLength,
    int MaximumLength,
    int ClassesRequired,
    int HistoryLength,
    int LockoutThreshold,
    TimeSpan LockoutWindow)
{
    /// <summary>How old a password must be before its owner may replace it; zero where it may be replaced at once.</summary>
    public TimeSpan MinimumAge { get; init; }

    /// <summary>
    /// Only space and the printable characters of ASCII may occur. Microsoft Entra ID password policy: no Unicode characters.
    /// </summary>
    public bool AsciiOnly { get; init; }
}
