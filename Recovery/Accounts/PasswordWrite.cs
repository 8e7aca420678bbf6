namespace ResetBot.Recovery.Accounts;

/// <summary>How a directory answered when a password was to be set.</summary>
public abstract record PasswordWrite
{
    private PasswordWrite()
    {
    }

    /// <summary>The new password is in force since <paramref name="At"/>.</summary>
    public sealed record Done(DateTimeOffset At) : PasswordWrite;

    /// <summary>The directory's rules refuse this password; another may pass.</summary>
    public sealed record RefusedByPolicy(DirectoryRefusal Why) : PasswordWrite;

    /// <summary>The present password is another one by now: it was changed in the meantime.</summary>
    public sealed record CurrentIsWrong : PasswordWrite;

    /// <summary>No password of this account can be set (disabled, gone, or no permission). <paramref name="Code"/> is what the help desk needs.</summary>
    public sealed record Impossible(string Code) : PasswordWrite;
}
