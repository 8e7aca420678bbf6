using System.Buffers;
using System.Globalization;
using System.Text.Json;
using ResetBot.Bot.Channels.Slack.Inbound;
using ResetBot.Bot.Channels.Wire;
using ResetBot.Cards.Rendering;
using ResetBot.Dialogs.Turns;

namespace ResetBot.Bot.Channels.Slack.Outbound;

/// <summary>
/// A message as it waits in the outbox: one line of JSON that says where it goes, then what it says. It is drawn once, with its turn, and neither read
/// nor written again on its way.
/// </summary>
/// <param name="Conversation">The key of our conversation.</param>
/// <param name="Channel">Slack's id of the place.</param>
/// <param name="User">Whom alone it is shown to; null for everybody who is there.</param>
/// <param name="Kind">Message or update.</param>
/// <param name="TrackAs">The name under which Slack's id of the message is remembered.</param>
internal sealed record SlackMessage(string Conversation, string Channel, string? User, OutgoingKind Kind, string? TrackAs)
{
    private ReadOnlyMemory<byte> _content;

    /// <summary>Where Slack takes it, for half an hour, in place of the message that was tapped; null where nothing was tapped.</summary>
    public string? ReplaceAt { get; init; }

    /// <summary>All of it in words, with what is not read out, for when Slack does not draw it; null where what is read out is all.</summary>
    public string? Whole { get; init; }

    /// <summary>The workspace or organisation, as the key of the conversation says it: <c>slack/T1/D1</c>.</summary>
    public string Home => SlackSender.Apart(Conversation[(SlackTurns.Channel.Length + 1)..]).Home;

    /// <summary>Writes what waits in the outbox.</summary>
    /// <param name="message">Where it goes.</param>
    /// <param name="text">What is shown where no blocks are: in a toast, and to who has them read out.</param>
    /// <param name="blocks">What it looks like.</param>
    public static ReadOnlyMemory<byte> Write(SlackMessage message, string text, ReadOnlyMemory<byte> blocks)
    {
        var (room, json) = JsonRoom.Take();
        message.Write(json);
        json.Flush();
        room.Write("\n"u8);
        json.Reset(room);
        json.WriteStartObject();
        json.WriteString("text"u8, Escape(text));
        json.WriteString("parse"u8, "none"u8);
        if (message is { Kind: OutgoingKind.Message, User: null })
        {
            json.WriteBoolean("unfurl_links"u8, false);
            json.WriteBoolean("unfurl_media"u8, false);
        }

        json.WritePropertyName("blocks"u8);
        json.WriteRawValue(blocks.Span, skipInputValidation: true);
        json.WriteEndObject();
        json.Flush();
        return room.WrittenSpan.ToArray();
    }

    /// <summary>Reads what <see cref="Write(SlackMessage, string, ReadOnlyMemory{byte})"/> wrote.</summary>
    public static SlackMessage Read(ReadOnlyMemory<byte> text)
    {
        var (said, content) = QueuedText.Read(text, nameof(Conversation), nameof(Channel), nameof(User), nameof(Kind), nameof(TrackAs), nameof(ReplaceAt), nameof(Whole));
        return new SlackMessage(said[0]!, said[1]!, said[2], (OutgoingKind)int.Parse(said[3]!, CultureInfo.InvariantCulture), said[4])
        {
            ReplaceAt = said[5],
            Whole = said[6],
            _content = content,
        };
    }

    /// <summary>The body of the request that sends it.</summary>
    /// <param name="replaces">Slack's id of the message whose place it takes; null for a new one.</param>
    public ReadOnlyMemory<byte> Request(string? replaces) => Around(json =>
    {
        json.WriteString("channel"u8, Channel);
        json.WriteText("user"u8, User);
        json.WriteText("ts"u8, replaces);
    });

    /// <summary>The same in words alone, for when Slack does not draw it.</summary>
    public SlackMessage InWords()
    {
        var (room, json) = JsonRoom.Take();
        json.WriteStartObject();
        foreach (var part in JsonElement.Parse(_content.Span).EnumerateObject().Where(part => !part.NameEquals("blocks"u8)))
        {
            part.WriteTo(json);
        }

        // A message keeps the blocks that it has until it is given none. https://docs.slack.dev/reference/methods/chat.update
        if (Whole is not null)
        {
            json.WritePropertyName("blocks"u8);
            json.WriteRawValue(BlockKitRenderer.Render(Whole).Span);
        }
        else if (Kind == OutgoingKind.Update)
        {
            json.WriteStartArray("blocks"u8);
            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.Flush();
        return this with { _content = room.WrittenSpan.ToArray() };
    }

    /// <summary>The body that goes to <see cref="ReplaceAt"/>. https://docs.slack.dev/interactivity/handling-user-interaction#updating_message_response</summary>
    public ReadOnlyMemory<byte> Replacement() => Around(json => json.WriteBoolean("replace_original"u8, true));

    private ReadOnlyMemory<byte> Around(Action<Utf8JsonWriter> write)
    {
        var (room, json) = JsonRoom.Take();
        json.WriteStartObject();
        write(json);
        json.Flush();

        // The rest is there already: what was an object of its own goes on after a comma.
        room.Write(","u8);
        room.Write(_content.Span[1..]);
        return room.WrittenSpan.ToArray();
    }

    // By hand, since every message passes here. What is null is left out.
    private void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("Conversation"u8, Conversation);
        json.WriteString("Channel"u8, Channel);
        json.WriteText("User"u8, User);
        json.WriteNumber("Kind"u8, (int)Kind);
        json.WriteText("TrackAs"u8, TrackAs);
        json.WriteText("ReplaceAt"u8, ReplaceAt);
        json.WriteText("Whole"u8, Whole);
        json.WriteEndObject();
    }

    // What a name holds mentions nobody and links nowhere. https://docs.slack.dev/messaging/formatting-message-text#escaping
    private static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
