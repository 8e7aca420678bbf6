namespace ResetBot.Bot.Channels.Teams.Inbound;

/// <summary>What is written on the outside of an activity: all that decides whether it is let in.</summary>
internal sealed record Envelope
{
    /// <summary>The activity's <c>type</c>.</summary>
    public required string Type { get; init; }

    public required string ChannelId { get; init; }
    public required string ServiceUrl { get; init; }

    /// <summary><c>channelData.tenant.id</c>.</summary>
    public string? ChannelDataTenant { get; init; }

    /// <summary><c>conversation.tenantId</c>.</summary>
    public string? ConversationTenant { get; init; }

    /// <summary>An invoke waits for an answer in the response; everything else is only acknowledged.</summary>
    public bool IsInvoke => Type == ActivityTypes.Invoke;
}
