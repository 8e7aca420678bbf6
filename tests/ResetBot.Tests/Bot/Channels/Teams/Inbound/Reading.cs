using System.Text;
using System.Text.Json.Nodes;
using ResetBot.Bot.Channels.Teams.Inbound;
using ResetBot.Dialogs.Turns;
using ResetBot.Testing.Teams;
using Xunit;

namespace ResetBot.Tests.Bot.Channels.Teams.Inbound;

/// <summary>Puts activities through the reader.</summary>
internal static class Reading
{
    public static JsonObject Mentioning(string text, string mention, string id)
    {
        var entity = new JsonObject { ["type"] = "mention", ["text"] = mention, ["mentioned"] = new JsonObject { ["id"] = id, ["name"] = "x" } };
        return TeamsWire.Message(text).With("entities", new JsonArray(entity));
    }

    public static JsonObject In(JsonObject activity, string? conversationType, bool? isGroup) =>
        activity.Set("conversation.conversationType", conversationType).Set("conversation.isGroup", isGroup);

    public static Activity Understands(JsonObject activity) => Assert.IsType<ReadOutcome.Understood>(Read(activity)).Activity;

    public static ReadOutcome Read(JsonObject activity) => ActivityReader.Read(Encoding.UTF8.GetBytes(activity.ToJsonString()));
}
