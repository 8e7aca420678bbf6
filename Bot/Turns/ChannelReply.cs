using ResetBot.Cards.Model;
using ResetBot.Cards.Words;
using ResetBot.Dialogs.Turns;

namespace ResetBot.Bot.Turns;

/// <summary>One answer on its way to a conversation, before a channel draws it.</summary>
/// <param name="To">Where to.</param>
/// <param name="Words">In which language.</param>
internal sealed record ChannelReply(ConversationReference To, WordBook Words)
{
    /// <summary>Plain words; null when there is a card.</summary>
    public string? Text { get; init; }

    public Card? Card { get; init; }

    /// <summary>The question that the card asks; empty when it asks none.</summary>
    public string Prompt { get; init; } = "";

    /// <summary>The question whose card this one takes the place of; null for a new one.</summary>
    public string? Replaces { get; init; }

    /// <summary>Where the channel takes what replaces it, for some time; null where it is to be replaced by its id.</summary>
    public string? ReplaceAt { get; init; }

    /// <summary>The channel's id of what this answers; null when it starts by itself.</summary>
    public string? ReplyToId { get; init; }

    /// <summary>Nobody misses it: the channel leaves it out when it has sent much, and it is lost with the process.</summary>
    public bool IsCourtesy { get; init; }

    /// <summary>Holds a link and a number: encrypted while it waits, and wherever it is kept.</summary>
    public bool IsSensitive { get; init; }
}
