using System.Text.Json.Nodes;

namespace ResetBot.Testing.Teams;

/// <summary>Activities as Teams sends them, each a JSON object that a test may bend.</summary>
public static class TeamsWire
{
    public const string TenantId = "c0a1e6d0-6f0e-4d0e-9a51-1f9a0a6a1b11";
    public const string ObjectId = "5f1b7a4c-9d0a-4f25-8f7c-2f3a5f0f7c01";
    public const string BotId = "28:" + BotServiceStandIn.AppId;

    public static JsonObject Message(string? text) => Activity("message").With("text", text).With("textFormat", "plain");

    /// <summary>A card's <c>Action.Submit</c>: a message without words.</summary>
    public static JsonObject Submit(JsonNode value) => Activity("message").With("value", value).With("replyToId", "card-1");

    /// <summary>A card's <c>Action.Execute</c>.</summary>
    public static JsonObject CardAction(JsonNode? data, string? verb = "choose") => Activity("invoke")
        .With("name", "adaptiveCard/action")
        .With("replyToId", "card-1")
        .With("value", new JsonObject
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data },
            ["trigger"] = "manual",
        });

    public static JsonObject Activity(string type) => new()
    {
        ["type"] = type,
        ["id"] = "1723456789012",
        ["timestamp"] = "2026-08-21T10:00:00.000Z",
        ["channelId"] = "msteams",
        ["serviceUrl"] = BotServiceStandIn.ServiceUrl,
        ["from"] = new JsonObject { ["id"] = "29:1abc", ["name"] = "Maja Lind", ["aadObjectId"] = ObjectId },
        ["recipient"] = new JsonObject { ["id"] = BotId, ["name"] = "ResetBot" },
        ["conversation"] = new JsonObject { ["id"] = "a:1xyz", ["conversationType"] = "personal", ["tenantId"] = TenantId },
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = TenantId } },
        ["locale"] = "sv-SE",
        ["localTimezone"] = "Europe/Stockholm",
    };

    /// <summary>Sets a member and gives the same object back; null removes it.</summary>
    public static JsonObject With(this JsonObject activity, string name, JsonNode? value)
    {
        activity.Remove(name);
        if (value is not null)
        {
            activity[name] = value;
        }

        return activity;
    }

    /// <summary>Sets a member further in, by a path such as <c>conversation.tenantId</c>; null removes it.</summary>
    public static JsonObject Set(this JsonObject activity, string path, JsonNode? value)
    {
        var names = path.Split('.');
        var at = names[..^1].Aggregate(activity, (parent, name) => parent[name]!.AsObject());
        at.With(names[^1], value);
        return activity;
    }
}
