using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using ResetBot.Cards.Model;
using ResetBot.Cards.Words;

namespace ResetBot.Cards.Rendering;

/// <summary>Draws a card as an Adaptive Card 1.5, the newest version that Teams shows everywhere, with Universal Actions.</summary>
public static class AdaptiveCardRenderer
{
    /// <summary>The name of the card's field, and of its value in what a button sends.</summary>
    public const string FieldId = "input";

    // The body is JSON for a program, never part of a page: å stays å instead of six bytes.
    private static readonly JsonWriterOptions Unescaped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _room;

    [ThreadStatic]
    private static Utf8JsonWriter? _json;

    /// <summary>The card as JSON, in UTF-8.</summary>
    /// <param name="card">The card.</param>
    /// <param name="promptId">The id of the question, which every button carries back.</param>
    /// <param name="words">The language.</param>
    public static ReadOnlyMemory<byte> Render(Card card, string promptId, WordBook words)
    {
        var room = _room ??= new ArrayBufferWriter<byte>(4096);
        var json = _json ??= new Utf8JsonWriter(room, Unescaped);
        room.ResetWrittenCount();
        json.Reset(room);
        Write(json, card, promptId, words);
        json.Flush();
        return room.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter json, Card card, string promptId, WordBook words)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "AdaptiveCard"u8);
        json.WriteString("$schema"u8, "http://adaptivecards.io/schemas/adaptive-card.json"u8);
        json.WriteString("version"u8, "1.5"u8);
        json.WriteString("lang"u8, words.Language);
        json.WriteString("fallbackText"u8, BlockWriter.Shorten(TextRenderer.Render(card, words), AdaptiveLimits.FallbackText));
        json.WriteStartArray("body"u8);
        WriteHeading(json, card);
        var room = AdaptiveLimits.Figures;
        foreach (var element in card.Body)
        {
            WriteElement(json, element, words, ref room);
        }

        AdaptiveActions.Write(json, card.Buttons, promptId);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteHeading(Utf8JsonWriter json, Card card)
    {
        AdaptiveText.Begin(json, card.Title);
        json.WriteBoolean("wrap"u8, true);
        json.WriteString("style"u8, "heading"u8);
        json.WriteString("size"u8, card.IsSettled ? "Default"u8 : "Large"u8);
        json.WriteString("weight"u8, card.IsSettled ? "Default"u8 : "Bolder"u8);
        json.WriteEndObject();
    }

    private static void WriteElement(Utf8JsonWriter json, CardElement element, WordBook words, ref int room)
    {
        switch (element)
        {
            case CardElement.Paragraph { Tone: Tone.Good } good:
                WriteOnGround(json, good.Text, "good"u8);
                break;
            case CardElement.Paragraph { Tone: Tone.Warning } warning:
                WriteOnGround(json, warning.Text, "warning"u8);
                break;
            case CardElement.Paragraph paragraph:
                WriteParagraph(json, paragraph);
                break;
            case CardElement.Facts facts:
                WriteFacts(json, facts);
                break;
            case CardElement.Number number:
                WriteNumber(json, number);
                break;
            case CardElement.Field field:
                WriteField(json, field);
                break;
            case CardElement.Table table:
                AdaptiveTables.Write(json, table, words, ref room);
                break;
            case CardElement.Chart chart:
                AdaptiveCharts.Write(json, chart, words, ref room);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(element), element.GetType().Name, "no such element");
        }
    }

    private static void WriteParagraph(Utf8JsonWriter json, CardElement.Paragraph paragraph)
    {
        AdaptiveText.Begin(json, paragraph.Text);
        json.WriteBoolean("wrap"u8, true);
        if (paragraph.Tone == Tone.Quiet)
        {
            json.WriteBoolean("isSubtle"u8, true);
            json.WriteString("size"u8, "Small"u8);
        }

        json.WriteEndObject();
    }

    // Coloured words are too pale to read in Teams' light theme: the ground has the colour.
    private static void WriteOnGround(Utf8JsonWriter json, string text, ReadOnlySpan<byte> style)
    {
        BeginContainer(json, style);
        AdaptiveText.Begin(json, text);
        json.WriteBoolean("wrap"u8, true);
        json.WriteString("weight"u8, "Bolder"u8);
        json.WriteEndObject();
        EndContainer(json);
    }

    private static void WriteFacts(Utf8JsonWriter json, CardElement.Facts facts)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "FactSet"u8);
        json.WriteStartArray("facts"u8);
        foreach (var fact in facts.Lines)
        {
            json.WriteStartObject();
            json.WriteString("title"u8, AdaptiveText.Escape(fact.Name));
            json.WriteString("value"u8, AdaptiveText.Escape(fact.Value));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, CardElement.Number number)
    {
        BeginContainer(json, "emphasis"u8);
        AdaptiveText.Begin(json, number.Name);
        json.WriteBoolean("wrap"u8, true);
        json.WriteString("horizontalAlignment"u8, "Center"u8);
        json.WriteEndObject();
        AdaptiveText.Begin(json, number.Value);
        json.WriteString("size"u8, "ExtraLarge"u8);
        json.WriteString("weight"u8, "Bolder"u8);
        json.WriteString("fontType"u8, "Monospace"u8);
        json.WriteString("horizontalAlignment"u8, "Center"u8);
        json.WriteString("spacing"u8, "None"u8);
        json.WriteEndObject();
        EndContainer(json);
    }

    private static void WriteField(Utf8JsonWriter json, CardElement.Field field)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "Input.Text"u8);
        json.WriteString("id"u8, FieldId);
        json.WriteString("label"u8, AdaptiveText.Escape(field.Label));
        json.WriteString("placeholder"u8, field.Placeholder);
        json.WriteNumber("maxLength"u8, field.MaximumLength);
        if (field.Kind is not (FieldKind.Text or FieldKind.Account))
        {
            // A phone shows its digits for Tel; there is no style of text for a code alone.
            json.WriteString("style"u8, field.Kind == FieldKind.Email ? "Email"u8 : "Tel"u8);
        }

        json.WriteEndObject();
    }

    private static void BeginContainer(Utf8JsonWriter json, ReadOnlySpan<byte> style)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "Container"u8);
        json.WriteString("style"u8, style);
        json.WriteStartArray("items"u8);
    }

    private static void EndContainer(Utf8JsonWriter json)
    {
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
