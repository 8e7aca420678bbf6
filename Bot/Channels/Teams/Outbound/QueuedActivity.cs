using System.Buffers;
using System.Text.Json;
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
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _room;

    [ThreadStatic]
    private static Utf8JsonWriter? _json;

    private ReadOnlyMemory<byte> _body;

    public ReadOnlyMemory<byte> Body() => _body;

    public static QueuedActivity Of(OutgoingActivity activity)
    {
        var room = Room();
        using (var json = new Utf8JsonWriter(room, ActivityWriter.Unescaped))
        {
            ActivityWriter.Write(activity, json);
        }

        var queued = Address(activity);
        queued._body = room.WrittenSpan.ToArray();
        return queued;
    }

    /// <summary>Writes what waits in the outbox.</summary>
    public static ReadOnlyMemory<byte> Write(OutgoingActivity activity)
    {
        var room = Room();
        var json = _json ??= new Utf8JsonWriter(room, ActivityWriter.Unescaped);
        json.Reset(room);
        JsonSerializer.Serialize(json, Address(activity));
        json.Flush();
        room.Write("\n"u8);
        json.Reset(room);
        ActivityWriter.Write(activity, json);
        json.Flush();
        return room.WrittenSpan.ToArray();
    }

    /// <summary>Reads what <see cref="Write"/> wrote. JSON without indentation has no line break of its own.</summary>
    public static QueuedActivity Read(ReadOnlyMemory<byte> text)
    {
        var end = text.Span.IndexOf((byte)'\n');
        var queued = JsonSerializer.Deserialize<QueuedActivity>(text.Span[..end])!;
        queued._body = text[(end + 1)..];
        return queued;
    }

    private static QueuedActivity Address(OutgoingActivity activity) => new(
        activity.To.Key, activity.To.ServiceUrl, activity.To.ConversationId, activity.Kind, activity.ReplyToId, activity.TrackAs);

    private static ArrayBufferWriter<byte> Room()
    {
        _room ??= new ArrayBufferWriter<byte>(4096);
        _room.ResetWrittenCount();
        return _room;
    }
}
