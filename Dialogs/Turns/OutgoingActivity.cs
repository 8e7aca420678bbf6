namespace ResetBot.Dialogs.Turns;

/// <summary>One message on its way to a conversation, saved with the turn that caused it.</summary>
public sealed record OutgoingActivity
{
    public required ConversationReference To { get; init; }

    public required OutgoingKind Kind { get; init; }

    /// <summary>Plain words; null when there is a card, since Teams splits a message that has both.</summary>
    public string? Text { get; init; }

    /// <summary>The card as the channel draws it: JSON in UTF-8, with its whole content as text in its <c>fallbackText</c>.</summary>
    public ReadOnlyMemory<byte>? Card { get; init; }

    /// <summary>The toast of a message that has only a card. Never holds a code, a link or a number.</summary>
    public string? Summary { get; init; }

    /// <summary>The activity that this answers; null for one that starts by itself.</summary>
    public string? ReplyToId { get; init; }

    /// <summary>A name under which the channel's message id is remembered, and that a later <see cref="OutgoingKind.Update"/> refers to.</summary>
    public string? TrackAs { get; init; }
}
