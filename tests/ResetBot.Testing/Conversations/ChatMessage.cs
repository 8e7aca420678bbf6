using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ResetBot.Testing.Slack;
using ResetBot.Testing.Teams;

namespace ResetBot.Testing.Conversations;

/// <summary>What a person sees in the chat.</summary>
/// <param name="Text">The words; of a card its whole content as text.</param>
/// <param name="Card">The card; null for plain words.</param>
/// <param name="Replaces">It took the place of an earlier message.</param>
/// <param name="Body">The activity as it came over the wire.</param>
public sealed partial record ChatMessage(string Text, JsonNode? Card, bool Replaces, JsonNode Body)
{
    /// <summary>The address of the secure page, from a card that opens it.</summary>
    public Uri PageAddress => new(Address().Match(Text) is { Success: true } found ? found.Value : throw new StoryException($"No page in: {Text}"));

    /// <summary>The number that the secure page asks for.</summary>
    public string PageNumber => Number().Match(Text) is { Success: true } found
        ? found.Groups[1].Value
        : throw new StoryException($"No number in: {Text}");

    /// <summary>Another number.</summary>
    public string WrongPageNumber => ((int.Parse(PageNumber) + 1) % 100).ToString("D2");

    /// <summary>What a toast shows of a card; empty where there is none.</summary>
    public string Toast => (string?)Body[Card is JsonArray ? "text" : "summary"] ?? "";

    internal static ChatMessage Of(ConnectorCall call)
    {
        var card = call.Body["attachments"]?[0]?["content"];
        var text = card is null ? call.Body["text"]?.GetValue<string>() : card["fallbackText"]?.GetValue<string>();
        return new ChatMessage(text ?? "", card, call.Method == "PUT", call.Body);
    }

    /// <summary>What the button that stands for a choice sends; null when the card has no such button.</summary>
    internal JsonObject? Button(string choice) => Card is JsonArray blocks ? SlackReading.Button(blocks, choice) : Actions()
        .Select(action => action["data"] as JsonObject)
        .FirstOrDefault(data => data?["choice"]?.GetValue<string>() == choice);

    private IEnumerable<JsonNode> Actions() =>
        (Card?["body"] as JsonArray ?? []).Where(element => element?["type"]?.GetValue<string>() == "ActionSet")
            .SelectMany(set => set!["actions"]!.AsArray()).Select(action => action!);

    [GeneratedRegex(@"https?://\S+/s/[\w-]{43}")]
    private static partial Regex Address();

    [GeneratedRegex(@"^(?:Number|Nummer): (\d\d)$", RegexOptions.Multiline)]
    private static partial Regex Number();
}
