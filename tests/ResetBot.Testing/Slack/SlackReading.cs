using System.Text;
using System.Text.Json.Nodes;
using ResetBot.Testing.Conversations;

namespace ResetBot.Testing.Slack;

/// <summary>What a person sees of a message in Slack, as text: every block in order, and every button with what it does.</summary>
internal static class SlackReading
{
    public static ChatMessage Of(SlackCall call)
    {
        var blocks = call.Arguments["blocks"] as JsonArray;
        return new ChatMessage(blocks is null ? (string?)call.Arguments["text"] ?? "" : Text(blocks), blocks, call.Method is "chat.update" or SlackResponses.Method, call.Arguments);
    }

    /// <summary>A Home tab.</summary>
    public static ChatMessage Of(JsonArray blocks) => new(Text(blocks), blocks, false, blocks);

    /// <summary>What a button sends; null when the blocks have none for this choice.</summary>
    public static JsonObject? Button(JsonArray blocks, string choice) => blocks
        .Where(block => (string?)block!["type"] == "actions")
        .SelectMany(block => block!["elements"]!.AsArray())
        .Select(button => (string?)button!["value"])
        .Where(value => value?.EndsWith(" " + choice, StringComparison.Ordinal) == true)
        .Select(value => new JsonObject { ["prompt"] = value![..^(choice.Length + 1)], ["choice"] = choice })
        .FirstOrDefault();

    private static string Text(JsonArray blocks)
    {
        var text = new StringBuilder();
        var number = 0;
        foreach (var block in blocks.Select(block => block!.AsObject()))
        {
            switch ((string?)block["type"])
            {
                case "header" or "section":
                    text.AppendLine((string?)block["text"]?["text"]);
                    break;
                case "context":
                    block["elements"]!.AsArray().ToList().ForEach(element => text.AppendLine((string?)element!["text"]));
                    break;
                case "rich_text":
                    text.AppendLine(RichText(block));
                    break;
                case "input":
                    text.AppendLine((string?)block["label"]?["text"]);
                    break;
                case "actions":
                    Buttons(text, block["elements"]!.AsArray(), ref number);
                    break;
                default:
                    throw new StoryException($"No client shows a block '{block["type"]}' here.");
            }
        }

        return text.ToString().TrimEnd().ReplaceLineEndings("\n");
    }

    // A name and what stands under it, set apart, read as one line: "Number: 42".
    private static string RichText(JsonObject block) => string.Join(
        ' ', block["elements"]!.AsArray().Select(part => string.Concat(part!["elements"]!.AsArray().Select(run => (string?)run!["text"] ?? ""))));

    // A button by itself in its row is an answer to the question.
    private static void Buttons(StringBuilder text, JsonArray buttons, ref int number)
    {
        List<string> others = [];
        foreach (var button in buttons.Select(button => button!.AsObject()))
        {
            var label = (string?)button["text"]!["text"];
            if (button["url"] is { } address)
            {
                text.Append(label).Append(": ").AppendLine((string?)address);
            }
            else if ((string?)button["value"] is { } value && !value.EndsWith(" submit", StringComparison.Ordinal))
            {
                var choice = value[(value.IndexOf(' ', StringComparison.Ordinal) + 1)..];
                others.Add(choice);
                if (buttons.Count == 1)
                {
                    text.Append(++number).Append(". ").Append(label).Append(" (").Append(choice).AppendLine(")");
                }
            }
        }

        if (buttons.Count > 1 && others.Count > 0)
        {
            text.Append("You can also type: ").AppendJoin(", ", others).AppendLine();
        }
    }
}
