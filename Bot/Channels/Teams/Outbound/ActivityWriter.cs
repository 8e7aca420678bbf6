using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ResetBot.Bot.Channels.Teams.Inbound;
using ResetBot.Dialogs.Turns;

namespace ResetBot.Bot.Channels.Teams.Outbound;

/// <summary>Writes our message as an activity of the Bot Framework activity schema.</summary>
internal static class ActivityWriter
{
    // The body is JSON for a program, never part of a page: å stays å instead of six bytes.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(OutgoingActivity message)
    {
        var activity = Frame(message.To, message.Kind == OutgoingKind.Typing ? ActivityTypes.Typing : ActivityTypes.Message);
        if (message.Kind != OutgoingKind.Typing)
        {
            AddContent(activity, message);
        }

        return JsonSerializer.SerializeToUtf8Bytes(activity, Plain);
    }

    /// <summary>The body that opens a personal chat: the Entra object id works as the member's id in Teams.</summary>
    public static byte[] WriteConversation(string? appId, string objectId, string tenantId)
    {
        var conversation = new JsonObject
        {
            ["isGroup"] = false,
            ["members"] = new JsonArray(new JsonObject { ["id"] = objectId }),
            ["tenantId"] = tenantId,
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = tenantId } },
        };
        if (!string.IsNullOrEmpty(appId))
        {
            conversation["bot"] = new JsonObject { ["id"] = "28:" + appId };
        }

        return JsonSerializer.SerializeToUtf8Bytes(conversation, Plain);
    }

    private static JsonObject Frame(ConversationReference to, string type)
    {
        var activity = new JsonObject
        {
            ["type"] = type,
            ["channelId"] = to.Channel,
            ["from"] = Account(to.BotId, to.BotName),
            ["recipient"] = Account(to.UserId, to.UserName),
            ["conversation"] = new JsonObject { ["id"] = to.ConversationId },
        };
        if (to.TenantId is not null)
        {
            activity["conversation"]!["tenantId"] = to.TenantId;
        }

        return activity;
    }

    private static JsonObject Account(string? id, string? name)
    {
        var account = new JsonObject();
        if (!string.IsNullOrEmpty(id))
        {
            account["id"] = id;
        }

        if (!string.IsNullOrEmpty(name))
        {
            account["name"] = name;
        }

        return account;
    }

    private static void AddContent(JsonObject activity, OutgoingActivity message)
    {
        if (message.Text is not null)
        {
            activity["text"] = message.Text;
            activity["textFormat"] = "plain";
        }

        if (message.Card is not null)
        {
            var card = new JsonObject { ["contentType"] = InvokeAnswer.CardType, ["content"] = message.Card.DeepClone() };
            activity["attachments"] = new JsonArray(card);
        }

        if (message.Summary is not null)
        {
            activity["summary"] = message.Summary;
        }

        if (message is { Kind: OutgoingKind.Message, ReplyToId: not null })
        {
            activity["replyToId"] = message.ReplyToId;
        }
    }
}
