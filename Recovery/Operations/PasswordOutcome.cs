using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Passwords;

namespace ResetBot.Recovery.Operations;

/// <summary>How the setting of a new password ended, by a reset or a change.</summary>
public abstract record PasswordOutcome
{
    private PasswordOutcome()
    {
    }

    /// <summary>The new password is in force.</summary>
    public sealed record Done : PasswordOutcome;

    /// <summary>Our rules refuse this password; another may pass.</summary>
    public sealed record RefusedByRules(PasswordVerdict Verdict) : PasswordOutcome;

    /// <summary>The directory refuses this password; another may pass.</summary>
    public sealed record RefusedByDirectory(DirectoryRefusal Why) : PasswordOutcome;

    /// <summary>The present password that was typed is wrong; it may be tried again. After a change only.</summary>
    public sealed record CurrentIsWrong : PasswordOutcome;

    /// <summary>Too many wrong present passwords: this way pauses. After a change only.</summary>
    public sealed record Paused : PasswordOutcome;

    /// <summary>The account is locked or disabled; whether the present password was right is not told. After a change only.</summary>
    public sealed record CannotSignIn : PasswordOutcome;

    /// <summary>The lists of stolen passwords could not be asked, and nothing was changed; it may be tried again.</summary>
    public sealed record NotLookedUp : PasswordOutcome;

    /// <summary>No password of this account can be set. <paramref name="Code"/> is what the help desk needs.</summary>
    public sealed record Impossible(string Code) : PasswordOutcome;

    /// <summary>The policies came to ask for more than was proved; the case is over.</summary>
    public sealed record Overruled : PasswordOutcome;

    /// <summary>The link or the case is worth nothing any more.</summary>
    public sealed record Gone : PasswordOutcome;

    /// <summary>An earlier try is still with the directory.</summary>
    public sealed record Busy : PasswordOutcome;

    /// <summary>The directory could not be asked, and nothing was changed; it may be tried again.</summary>
    public sealed record Unavailable : PasswordOutcome;

    /// <summary>The answer was lost; it is looked for, and the person is told in the chat.</summary>
    public sealed record Uncertain : PasswordOutcome;
}
