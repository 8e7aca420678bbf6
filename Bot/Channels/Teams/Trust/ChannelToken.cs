namespace ResetBot.Bot.Channels.Teams.Trust;

/// <summary>A genuine token of the channel, and what it speaks for.</summary>
/// <param name="ServiceUrl">The claim <c>serviceurl</c>.</param>
/// <param name="Endorsements">The channels that the signing key may speak for.</param>
internal sealed record ChannelToken(string ServiceUrl, IReadOnlySet<string> Endorsements)
{
    /// <summary>
    /// True when this very activity may come with this token (Bot Framework REST authentication: endorsement, service URL).
    /// </summary>
    public bool SpeaksFor(string channelId, string serviceUrl) =>
        Endorsements.Contains(channelId) && string.Equals(ServiceUrl, serviceUrl, StringComparison.OrdinalIgnoreCase);
}
