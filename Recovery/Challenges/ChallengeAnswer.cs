namespace ResetBot.Recovery.Challenges;

/// <summary>What an answer to a challenge was worth.</summary>
public abstract record ChallengeAnswer
{
    private ChallengeAnswer()
    {
    }

    /// <summary>It is right; it will not be again.</summary>
    public sealed record Right(Challenge Challenge) : ChallengeAnswer;

    public sealed record Wrong : ChallengeAnswer;

    /// <summary>Whatever was typed came too late; nothing was counted.</summary>
    public sealed record TooLate : ChallengeAnswer;

    /// <summary>It was not looked at, or it was the last try: the method pauses until then.</summary>
    public sealed record MethodPaused(DateTimeOffset Until) : ChallengeAnswer;

    /// <summary>Recovery of the account is paused or closed.</summary>
    public sealed record RecoveryPaused(DateTimeOffset Until) : ChallengeAnswer;

    /// <summary>No challenge waits for an answer.</summary>
    public sealed record NothingAsked : ChallengeAnswer;
}
