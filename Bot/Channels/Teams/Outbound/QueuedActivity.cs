using System.Buffers;
using System.Text.Json;
using ResetBot.Bot.Channels.Wire;
using ResetBot.Dialogs.Turns;

namespace ResetBot.Bot.Channels.Teams.Outbound;

/// <summary>
/// An activity as it waits in the outbox: one line of JSON that says where it goes, then the body just as the connector gets it. It is drawn
/// once, with its turn, and neither read nor written again on its way.
/// </summary>
/// <param name="Conversation">The key of our conversation.</param>
/// <param name="ServiceUrl">The connector, which the conversation's last verified token named.</param>
/// <param name="ConversationId">The channel's id of the conversation.</param>
/// <param name="Kind">Message, update or typing sign.</param>
/// <param name="ReplyToId">The activity that it answers; null for one that starts by itself.</param>
/// <param name="TrackAs">The name under which the channel's message id is remembered.</param>
internal sealed record QueuedActivity(
    string Conversation, string? ServiceUrl, string ConversationId, OutgoingKind Kind, string? ReplyToId, string? TrackAs)
{
    private ReadOnlyMemory<byte> _body;

    public ReadOnlyMemory<byte> Body() => _body;

    public static QueuedActivity Of(OutgoingActivity activity)
    {
        var (room, json) = JsonRoom.Take();
        ActivityWriter.Write(activity, json);
        json.Flush();
        var queued = Address(activity);
        queued._body = room.WrittenSpan.ToArray();
        return queued;
    }

    /// <summary>Writes what waits in the outbox.</summary>
    public static ReadOnlyMemory<byte> Write(OutgoingActivity activity)
    {
        var (room, json) = JsonRoom.Take();
        Address(activity).Write(json);
        json.Flush();
        room.Write("\n"u8);
        json.Reset(room);
        ActivityWriter.Write(activity, json);
        json.Flush();
        return room.WrittenSpan.ToArray();
    }

    /// <summary>Reads what <see cref="Write(OutgoingActivity)"/> wrote. JSON without indentation has no line break of its own.</summary>
    public static QueuedActivity Read(ReadOnlyMemory<byte> text)
    {
        var end = text.Span.IndexOf((byte)'\n');
        var queued = Read(new Utf8JsonReader(text.Span[..end]));
        queued._body = text[(end + 1)..];
        return queued;
    }

    // By hand, since every message passes here twice. What is null is left out.
    private void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("Conversation"u8, Conversation);
        json.WriteText("ServiceUrl"u8, ServiceUrl);
        json.WriteString("ConversationId"u8, ConversationId);
        json.WriteNumber("Kind"u8, (int)Kind);
        json.WriteText("ReplyToId"u8, ReplyToId);
        json.WriteText("TrackAs"u8, TrackAs);
        json.WriteEndObject();
    }

    private static QueuedActivity Read(Utf8JsonReader json)
    {
        string? conversation = null, serviceUrl = null, conversationId = null, replyToId = null, trackAs = null;
        var kind = OutgoingKind.Message;
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = json.ValueSpan;
            json.Read();
            switch (name)
            {
                case var _ when name.SequenceEqual("Conversation"u8):
                    conversation = json.GetString();
                    break;
                case var _ when name.SequenceEqual("ServiceUrl"u8):
                    serviceUrl = json.GetString();
                    break;
                case var _ when name.SequenceEqual("ConversationId"u8):
                    conversationId = json.GetString();
                    break;
                case var _ when name.SequenceEqual("Kind"u8):
                    kind = (OutgoingKind)json.GetInt32();
                    break;
                case var _ when name.SequenceEqual("ReplyToId"u8):
                    replyToId = json.GetString();
                    break;
                case var _ when name.SequenceEqual("TrackAs"u8):
                    trackAs = json.GetString();
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        return new QueuedActivity(conversation!, serviceUrl, conversationId!, kind, replyToId, trackAs);
    }

    private static QueuedActivity Address(OutgoingActivity activity) => new(
        activity.To.Key, activity.To.ServiceUrl, activity.To.ConversationId, activity.Kind, activity.ReplyToId, activity.TrackAs);
}
