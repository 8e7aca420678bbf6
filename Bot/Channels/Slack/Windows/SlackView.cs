using System.Buffers;
using System.Text.Json;
using ResetBot.Cards.Model;
using ResetBot.Cards.Rendering;
using ResetBot.Cards.Words;

namespace ResetBot.Bot.Channels.Slack.Windows;

/// <summary>A window before a person's eyes: a card, and a button to send what is typed into its field. https://docs.slack.dev/reference/views/modal-views</summary>
/// <param name="Title">One line, shortened to what Slack shows.</param>
/// <param name="Card">What stands in it.</param>
/// <param name="Words">Its language.</param>
internal sealed record SlackView(string Title, Card Card, WordBook Words)
{
    // https://docs.slack.dev/surfaces/modals#modal-view-objects
    private const int LongestTitle = 24;

    /// <summary>What comes back with what was typed; null where nothing is typed.</summary>
    public string? Name { get; init; }

    /// <summary>The body of <c>views.open</c>.</summary>
    public ReadOnlyMemory<byte> Opening(string trigger) => Draw(json =>
    {
        json.WriteString("trigger_id"u8, trigger);
        Write(json);
    });

    /// <summary>The body of <c>views.update</c>: only if it still is what it was when it was opened.</summary>
    public ReadOnlyMemory<byte> Replacing(string id, string? hash) => Draw(json =>
    {
        json.WriteString("view_id"u8, id);
        if (hash is not null)
        {
            json.WriteString("hash"u8, hash);
        }

        Write(json);
    });

    /// <summary>The answer to what was typed that puts this window in the place of the one it was typed into.</summary>
    public ReadOnlyMemory<byte> Answering() => Draw(json =>
    {
        json.WriteString("response_action"u8, "update"u8);
        Write(json);
    });

    /// <summary>The answer to what was typed that says below the field what is wrong with it.</summary>
    public static ReadOnlyMemory<byte> Objecting(string why) => Draw(json =>
    {
        json.WriteString("response_action"u8, "errors"u8);
        json.WriteStartObject("errors"u8);
        json.WriteString(BlockKitRenderer.FieldId, why);
        json.WriteEndObject();
    });

    private static ReadOnlyMemory<byte> Draw(Action<Utf8JsonWriter> write)
    {
        var room = new ArrayBufferWriter<byte>(1024);
        using var json = new Utf8JsonWriter(room);
        json.WriteStartObject();
        write(json);
        json.WriteEndObject();
        json.Flush();
        return room.WrittenMemory;
    }

    private void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject("view"u8);
        json.WriteString("type"u8, "modal"u8);
        WriteText(json, "title"u8, Title.Length <= LongestTitle ? Title : Title[..LongestTitle]);
        WriteText(json, "close"u8, Words.Say("button.close"));

        // What sends the field stands below the card, and not in it.
        if (Card.Buttons.OfType<CardButton.Submit>().FirstOrDefault() is { } submit)
        {
            WriteText(json, "submit"u8, submit.Label);
        }

        if (Name is not null)
        {
            json.WriteString("callback_id"u8, Name);
        }

        json.WritePropertyName("blocks"u8);
        var card = Card with { Buttons = [.. Card.Buttons.Where(button => button is not CardButton.Submit)] };
        json.WriteRawValue(BlockKitRenderer.Render(card, "", Words).Span, skipInputValidation: true);
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, ReadOnlySpan<byte> name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("type"u8, "plain_text"u8);
        json.WriteString("text"u8, text);
        json.WriteEndObject();
    }
}
