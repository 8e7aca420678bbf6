namespace ResetBot.Recovery.Challenges;

/// <summary>Whether a challenge was asked.</summary>
public abstract record ChallengeIssue
{
    private ChallengeIssue()
    {
    }

    /// <summary>It waits for an answer; a code is on its way where the method sends one.</summary>
    public sealed record Asked(Challenge Challenge) : ChallengeIssue;

    /// <summary>This method pauses until then.</summary>
    public sealed record MethodPaused(DateTimeOffset Until) : ChallengeIssue;

    /// <summary>Others were asked so often for this account that nobody is asked again before then.</summary>
    public sealed record AskedTooOften(DateTimeOffset Until) : ChallengeIssue;

    /// <summary>This method is gone, or does not count now.</summary>
    public sealed record DoesNotCount : ChallengeIssue;

    /// <summary>Nothing is sent for this account until then.</summary>
    public sealed record SendsPaused(DateTimeOffset Until) : ChallengeIssue;

    /// <summary>No text messages and calls go to the country of the number until then; <see cref="DateTimeOffset.MaxValue"/> when none ever do.</summary>
    public sealed record CapReached(DateTimeOffset Until) : ChallengeIssue;
}
