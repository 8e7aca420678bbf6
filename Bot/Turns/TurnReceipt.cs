using System.Text.Json.Nodes;

namespace ResetBot.Bot.Turns;

/// <summary>What the channel may now acknowledge.</summary>
/// <param name="Card">For a card's button: the card that takes the place of the tapped one, as the channel draws it.</param>
/// <param name="Message">For a card's button without a card to show: words for the person.</param>
public sealed record TurnReceipt(JsonNode? Card = null, string? Message = null)
{
    /// <summary>When its turn was saved, for <see cref="TurnStages"/>; 0 when nobody listens.</summary>
    internal long SavedAt { get; init; }

    public static TurnReceipt Nothing { get; } = new();
}
