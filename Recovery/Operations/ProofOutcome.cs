namespace ResetBot.Recovery.Operations;

/// <summary>What a current password was worth.</summary>
public abstract record ProofOutcome
{
    private ProofOutcome()
    {
    }

    public sealed record Right : ProofOutcome;

    /// <summary>Wrong; it may be tried again.</summary>
    public sealed record Wrong : ProofOutcome;

    /// <summary>Too many wrong ones: registration of this account pauses.</summary>
    public sealed record Paused : ProofOutcome;

    /// <summary>The account is locked or disabled; whether the password was right is not told.</summary>
    public sealed record CannotSignIn : ProofOutcome;

    /// <summary>The link is worth nothing any more.</summary>
    public sealed record Gone : ProofOutcome;

    /// <summary>An earlier try is still with the directory.</summary>
    public sealed record Busy : ProofOutcome;

    /// <summary>The directory could not be asked; nothing was counted.</summary>
    public sealed record Unavailable : ProofOutcome;
}
