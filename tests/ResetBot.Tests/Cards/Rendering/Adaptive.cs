using System.Text.Json.Nodes;
using ResetBot.Cards.Model;
using ResetBot.Cards.Rendering;
using ResetBot.Cards.Words;

namespace ResetBot.Tests.Cards.Rendering;

/// <summary>An Adaptive Card as a tree, to look into.</summary>
internal static class Adaptive
{
    public static JsonObject Tree(Card card, string promptId, WordBook words) =>
        JsonNode.Parse(AdaptiveCardRenderer.Render(card, promptId, words).Span)!.AsObject();
}
