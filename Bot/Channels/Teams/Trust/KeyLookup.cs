namespace ResetBot.Bot.Channels.Teams.Trust;

/// <summary>What asking for a signing key came to.</summary>
internal abstract record KeyLookup
{
    private KeyLookup()
    {
    }

    internal sealed record Found(SigningKey Key) : KeyLookup;

    /// <summary>The channel does not publish a key of that name.</summary>
    internal sealed record Unknown : KeyLookup;

    /// <summary>The keys could not be fetched, so that nothing can be said. It may work after <paramref name="RetryAfter"/>.</summary>
    internal sealed record CannotTell(TimeSpan RetryAfter) : KeyLookup;
}
