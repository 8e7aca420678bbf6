using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace ResetBot.Testing.Slack;

/// <summary>
/// The windows that the app opened. One is replaced by its id, and with a hash only while it is what it was.
/// https://docs.slack.dev/reference/methods/views.open, https://docs.slack.dev/reference/methods/views.update
/// </summary>
internal sealed class SlackWindowsOpen
{
    private readonly ConcurrentDictionary<string, string> _hashes = new();
    private int _last;

    public JsonObject Open(JsonObject view)
    {
        Check(view);
        return Show($"V{Interlocked.Increment(ref _last):D8}");
    }

    public JsonObject Replace(JsonObject arguments)
    {
        var id = (string?)arguments["view_id"];
        if (id is null || !_hashes.TryGetValue(id, out var hash))
        {
            throw new SlackErrorException("not_found");
        }

        if ((string?)arguments["hash"] is { } expected && expected != hash)
        {
            throw new SlackErrorException("hash_conflict");
        }

        Check(arguments["view"] as JsonObject);
        return Show(id);
    }

    /// <summary>A window must have a button for what is typed into it. https://docs.slack.dev/reference/views/modal-views</summary>
    public static void Check(JsonObject? view)
    {
        var title = (string?)view?["title"]?["text"];
        if ((string?)view?["type"] != "modal" || title is not { Length: > 0 and <= 24 } || IsLong(view["close"]) || IsLong(view["submit"])
            || ((string?)view["callback_id"])?.Length > 255 || view["blocks"] is not JsonArray { Count: <= 100 } blocks || SlackBlocks.Fault(blocks) is not null
            || (view["submit"] is null && blocks.Any(block => (string?)block!["type"] == "input")))
        {
            throw new SlackErrorException("invalid_arguments");
        }
    }

    private static bool IsLong(JsonNode? text) => ((string?)text?["text"])?.Length > 24;

    private JsonObject Show(string id)
    {
        var hash = _hashes[id] = $"156772938.{Interlocked.Increment(ref _last):D8}";
        return new JsonObject { ["view"] = new JsonObject { ["id"] = id, ["type"] = "modal", ["hash"] = hash } };
    }
}
