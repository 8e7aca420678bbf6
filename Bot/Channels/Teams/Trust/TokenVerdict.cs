namespace ResetBot.Bot.Channels.Teams.Trust;

/// <summary>What checking a token came to.</summary>
internal abstract record TokenVerdict
{
    private TokenVerdict()
    {
    }

    internal sealed record Genuine(ChannelToken Token) : TokenVerdict;

    /// <summary>Refused; <paramref name="Why"/> is for the log and tells the sender nothing.</summary>
    internal sealed record Refused(string Why) : TokenVerdict;

    /// <summary>The keys are out of reach: neither genuine nor refused. It may work after <paramref name="RetryAfter"/>.</summary>
    internal sealed record CannotCheckNow(TimeSpan RetryAfter) : TokenVerdict;
}
