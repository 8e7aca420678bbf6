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

    /// <summary>Writes with a writer of <see cref="Wire.JsonRoom"/>.</summary>
    public static void Write(OutgoingActivity message, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        WriteFrame(json, message.To, message.Kind == OutgoingKind.Typing ? ActivityTypes.Typing : ActivityTypes.Message);
        if (message.Kind != OutgoingKind.Typing)
        {
            WriteContent(json, message);
        }

        json.WriteEndObject();
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

    private static void WriteFrame(Utf8JsonWriter json, ConversationReference to, string type)
    {
        json.WriteString("type", type);
        json.WriteString("channelId", to.Channel);
        WriteAccount(json, "from", to.BotId, to.BotName);
        WriteAccount(json, "recipient", to.UserId, to.UserName);
        json.WriteStartObject("conversation");
        json.WriteString("id", to.ConversationId);
        if (to.TenantId is not null)
        {
            json.WriteString("tenantId", to.TenantId);
        }

        json.WriteEndObject();
    }

    private static void WriteAccount(Utf8JsonWriter json, string role, string? id, string? name)
    {
        json.WriteStartObject(role);
        if (!string.IsNullOrEmpty(id))
        {
            json.WriteString("id", id);
        }

        if (!string.IsNullOrEmpty(name))
        {
            json.WriteString("name", name);
        }

        json.WriteEndObject();
    }

    private static void WriteContent(Utf8JsonWriter json, OutgoingActivity message)
    {
        if (message.Text is not null)
        {
            json.WriteString("text", message.Text);
            json.WriteString("textFormat", "plain");
        }

        if (message.Card is { } card)
        {
            json.WriteStartArray("attachments");
            json.WriteStartObject();
            json.WriteString("contentType", InvokeAnswer.CardType);
            json.WritePropertyName("content");
            json.WriteRawValue(card.Span, skipInputValidation: true);
            json.WriteEndObject();
            json.WriteEndArray();
        }

        if (message.Summary is not null)
        {
            json.WriteString("summary", message.Summary);
        }

        if (message is { Kind: OutgoingKind.Message, ReplyToId: not null })
        {
            json.WriteString("replyToId", message.ReplyToId);
        }
    }
}
