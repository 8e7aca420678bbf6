using System.Text.Json.Nodes;

namespace ResetBot.Testing.Slack;

/// <summary>
/// What Slack checks of the blocks of a message. Limits: https://docs.slack.dev/reference/block-kit/blocks and the pages of the elements below it;
/// the sum of all texts: slackapi/bolt-js#2509.
/// </summary>
public static class SlackBlocks
{
    private const int MostTogether = 13_200;

    /// <summary>Slack's word for what is wrong; null when nothing is.</summary>
    public static string? Fault(JsonArray blocks)
    {
        if (blocks.Count > 50 || blocks.Any(block => FaultOf(block!.AsObject()) is not null) || SlackFigures.FaultOfAll(blocks) is not null)
        {
            return "invalid_blocks";
        }

        return Texts(blocks).Sum(text => text.Length) > MostTogether ? "msg_blocks_too_long" : null;
    }

    /// <summary>What is wrong with one block, in words for whoever reads a failed test; null when nothing is.</summary>
    public static string? FaultOf(JsonObject block) => (string?)block["type"] switch
    {
        "header" => Text(block["text"], "plain_text", 150),
        "section" => block["text"] is { } text ? Text(text, null, 3000) : Fields(block["fields"]),
        "context" => Many(block["elements"], 10, element => Text(element, null, 3000)),
        "divider" => null,
        "actions" => Many(block["elements"], 25, Button) ?? Unique(block["elements"]!.AsArray()),
        "input" => Text(block["label"], "plain_text", 2000) ?? Field(block["element"]),
        "data_table" => SlackFigures.Table(block),
        "data_visualization" => SlackFigures.Chart(block),
        "rich_text" => Many(block["elements"], int.MaxValue, RichText),
        var other => $"no block '{other}' here",
    } ?? Id(block["block_id"]);

    /// <summary>All texts, as they count together.</summary>
    public static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject part => part.SelectMany(member => member.Value is JsonValue value && member.Key is "text" or "value" or "url" or "caption" or "title" or "label" && value.TryGetValue<string>(out var text)
            ? [text]
            : Texts(member.Value)),
        JsonArray parts => parts.SelectMany(Texts),
        _ => [],
    };

    private static string? Text(JsonNode? text, string? type, int most) => text switch
    {
        null => "no text",
        _ when (string?)text["type"] is not ("plain_text" or "mrkdwn") || (type is not null && (string?)text["type"] != type) => $"a text of type {text["type"]}",
        _ when ((string?)text["text"] ?? "").Length is var length && (length == 0 || length > most) => $"a text of {length} characters, of {most}",
        _ => null,
    };

    private static string? Fields(JsonNode? fields) => Many(fields, 10, field => Text(field, null, 2000));

    private static string? Button(JsonNode? button) => (string?)button?["type"] != "button" ? "no button"
        : Text(button["text"], "plain_text", 75)
            ?? (((string?)button["value"])?.Length > 2000 ? "a value that is too long" : null)
            ?? (((string?)button["url"])?.Length > 3000 ? "an address that is too long" : null)
            ?? ((string?)button["style"] is null or "primary" or "danger" ? null : "no such style")
            ?? Id(button["action_id"]);

    private static string? Unique(JsonArray elements) =>
        elements.Select(element => (string?)element!["action_id"]).Where(id => id is not null).GroupBy(id => id).Any(ids => ids.Count() > 1) ? "an action_id twice" : null;

    private static string? Field(JsonNode? field) => (string?)field?["type"] switch
    {
        "plain_text_input" => (field!["max_length"] is { } most && most.GetValue<int>() is < 1 or > 3000 ? "a max_length out of range" : null) ?? Placeholder(field),
        "email_text_input" => field!["max_length"] is not null ? "email_text_input has no max_length" : Placeholder(field),
        var other => $"no field '{other}' here",
    };

    private static string? Placeholder(JsonNode field) => field["placeholder"] is { } placeholder ? Text(placeholder, "plain_text", 150) : null;

    private static string? RichText(JsonNode? element) => (string?)element?["type"] switch
    {
        "rich_text_section" or "rich_text_preformatted" or "rich_text_quote" => Many(element!["elements"], int.MaxValue, Run),
        var other => $"no rich text '{other}' here",
    };

    private static string? Run(JsonNode? run) => (string?)run?["type"] switch
    {
        "text" => ((string?)run!["text"] ?? "").Length == 0 ? "an empty text" : null,
        "emoji" => run!["name"] is null ? "an emoji without a name" : null,
        "link" => run!["url"] is null ? "a link without an address" : null,
        var other => $"no run '{other}' here",
    };

    private static string? Many(JsonNode? all, int most, Func<JsonNode?, string?> check) => all is not JsonArray many || many.Count == 0 || many.Count > most
        ? "none, or too many"
        : many.Select(check).FirstOrDefault(fault => fault is not null);

    private static string? Id(JsonNode? id) => ((string?)id)?.Length > 255 ? "an id that is too long" : null;
}
