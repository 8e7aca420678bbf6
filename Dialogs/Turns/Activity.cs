namespace ResetBot.Dialogs.Turns;

/// <summary>One thing that came in from a channel whose sender is proved; the same for every channel.</summary>
public sealed record Activity
{
    public required ActivityKind Kind { get; init; }
    public required ConversationReference From { get; init; }

    /// <summary>The channel's id of this activity; null where the channel gives none. A second delivery has the same one.</summary>
    public string? Id { get; init; }

    /// <summary>What the person typed, without mentions of the bot and without surrounding space.</summary>
    public string Text { get; init; } = "";

    /// <summary>What a tapped button carries; null for typed text.</summary>
    public CardChoice? Choice { get; init; }

    /// <summary>The channel's id of the message that a tapped button stands on; null where the channel gives none.</summary>
    public string? ReplyToId { get; init; }

    /// <summary>Where the channel takes, for some time, the card that takes the place of the tapped one; null where it has no such address.</summary>
    public string? ReplaceAt { get; init; }

    /// <summary>
    /// Where in the network the person is, as far as it can be relied on; null where the channel proves who they are. Whoever has neither an
    /// object id nor this gets nothing done.
    /// </summary>
    public string? Address { get; init; }

    /// <summary>Its channel may deliver it again after many newer ones of its conversation: it gets a record of its own, for a day.</summary>
    public bool IsRepeatedLate { get; init; }

    /// <summary>When it was done, as the channel says at each delivery alike (UTC); null where it does not say.</summary>
    public DateTimeOffset? DoneAt { get; init; }

    /// <summary>Why nobody is served under the sender's id; null where the channel says who they are, or knows nobody at all.</summary>
    public Unserved? Unserved { get; init; }

    /// <summary>When the sender was linked with their account, where that is how they are known (UTC); null where the channel itself says who they are.</summary>
    public DateTimeOffset? LinkedAt { get; init; }

    /// <summary>The person's language as the channel knows it (BCP 47), for example <c>sv-SE</c>.</summary>
    public string? Locale { get; init; }

    /// <summary>The person's time zone as the channel knows it (IANA name).</summary>
    public string? TimeZone { get; init; }
}
