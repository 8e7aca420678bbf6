using System.Buffers;
using System.Globalization;
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

    /// <summary>Reads what <see cref="Write(OutgoingActivity)"/> wrote.</summary>
    public static QueuedActivity Read(ReadOnlyMemory<byte> text)
    {
        var (said, body) = QueuedText.Read(
            text, nameof(Conversation), nameof(ServiceUrl), nameof(ConversationId), nameof(Kind), nameof(ReplyToId), nameof(TrackAs));
        return new QueuedActivity(said[0]!, said[1], said[2]!, (OutgoingKind)int.Parse(said[3]!, CultureInfo.InvariantCulture), said[4], said[5]) { _body = body };
    }

    // By hand, since every message passes here. What is null is left out.
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

    private static QueuedActivity Address(OutgoingActivity activity) => new(
        activity.To.Key, activity.To.ServiceUrl, activity.To.ConversationId, activity.Kind, activity.ReplyToId, activity.TrackAs);
}
