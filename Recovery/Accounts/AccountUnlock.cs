namespace ResetBot.Recovery.Accounts;

/// <summary>How a directory answered when an account was to be unlocked.</summary>
public abstract record AccountUnlock
{
    private AccountUnlock()
    {
    }

    /// <summary>It was locked, and is not any more.</summary>
    public sealed record Done : AccountUnlock;

    /// <summary>It was not locked.</summary>
    public sealed record NotLocked : AccountUnlock;

    /// <summary>It cannot be unlocked (disabled, gone, or no permission). <paramref name="Code"/> is what the help desk needs.</summary>
    public sealed record Impossible(string Code) : AccountUnlock;
}
