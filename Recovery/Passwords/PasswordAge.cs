using ResetBot.Recovery.Accounts;

namespace ResetBot.Recovery.Passwords;

/// <summary>
/// Whether a password is old enough to be replaced by its owner, whichever way: a reset would otherwise be the way around the history. So it is
/// with Microsoft Entra self-service password reset, which keeps to the directory's minimum age as well. A password that must be changed, as
/// one that an administrator has set, is always old enough.
/// </summary>
public static class PasswordAge
{
    /// <summary>Until when it is too young (UTC); null when it is not. Where the directory does not tell its age, the directory has to judge.</summary>
    public static DateTimeOffset? TooYoungUntil(Account account, DirectoryPasswordRules rules, DateTimeOffset now)
    {
        if (rules.MinimumAge <= TimeSpan.Zero || account.MustChangePassword || account.PasswordChangedAt is not { } changed)
        {
            return null;
        }

        return now - changed < rules.MinimumAge ? changed + rules.MinimumAge : null;
    }
}
