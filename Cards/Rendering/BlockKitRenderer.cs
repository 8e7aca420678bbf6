using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using ResetBot.Cards.Model;
using ResetBot.Cards.Words;

namespace ResetBot.Cards.Rendering;

/// <summary>
/// Draws a card as the blocks of a Slack message. Whatever a card holds becomes a message that Slack takes: what is too long is split, and
/// what is longer than a whole message is shortened; what Slack cannot draw is told in words. Buttons come first: they are never left out.
/// </summary>
public static class BlockKitRenderer
{
    /// <summary>The block with the card's field, and the field in it.</summary>
    public const string FieldId = "input";

    // The most that a number or a field takes, with its name.
    private const int MostKept = 500;

    private static readonly JsonWriterOptions Unescaped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _room;

    [ThreadStatic]
    private static Utf8JsonWriter? _json;

    /// <summary>The blocks as a JSON array, in UTF-8.</summary>
    /// <param name="card">The card.</param>
    /// <param name="promptId">The id of the question, which every button carries back.</param>
    /// <param name="words">The language.</param>
    public static ReadOnlyMemory<byte> Render(Card card, string promptId, WordBook words) => Draw(json => Write(json, card, promptId, words));

    /// <summary>Plain words as blocks, in which no mark means anything.</summary>
    public static ReadOnlyMemory<byte> Render(string text) => Draw(json =>
    {
        var blocks = new BlockWriter(json, BlockLimits.Blocks, BlockLimits.Sum);
        json.WriteStartArray();
        blocks.Words(text.Length == 0 ? " " : text);
        json.WriteEndArray();
    });

    private static ReadOnlyMemory<byte> Draw(Action<Utf8JsonWriter> write)
    {
        var room = _room ??= new ArrayBufferWriter<byte>(4096);
        var json = _json ??= new Utf8JsonWriter(room, Unescaped);
        room.ResetWrittenCount();
        json.Reset(room);
        write(json);
        json.Flush();
        return room.WrittenSpan.ToArray();
    }

    /// <summary>What a button sends: the question and the choice.</summary>
    internal static string Value(string promptId, string choice) => $"{promptId} {choice}";

    /// <summary>The question and the choice in what a button sent; null when it is none of ours.</summary>
    public static (string Prompt, string Choice)? Read(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var space = value.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 || space == value.Length - 1 ? null : (value[..space], value[(space + 1)..]);
    }

    private static void Write(Utf8JsonWriter json, Card card, string promptId, WordBook words)
    {
        List<CardButton> buttons = [.. card.Buttons.Where(BlockActions.CanStand)];
        var rows = BlockActions.Rows(buttons, BlockLimits.Blocks / 2);
        var kept = card.Body.Where(IsKept).ToList();
        var blocks = new BlockWriter(
            json,
            BlockLimits.Blocks - rows.Count - kept.Count - 1,
            BlockLimits.Sum - BlockLimits.Header - BlockActions.Length(buttons, promptId) - (kept.Count * MostKept));
        json.WriteStartArray();
        WriteHeading(ref blocks, card);
        foreach (var element in card.Body)
        {
            WriteElement(ref blocks, element, words);
        }

        foreach (var told in card.Buttons.OfType<CardButton.Open>().Where(open => !BlockActions.CanStand(open)))
        {
            blocks.Words($"{told.Label}: {told.Address}");
        }

        foreach (var cut in buttons.OfType<CardButton.Choose>().Where(choose => choose.Label.Length > BlockLimits.Label))
        {
            blocks.Words($"{cut.Label} ({cut.Value})");
        }

        var number = 0;
        foreach (var row in rows)
        {
            BlockActions.Write(json, row, promptId, ref number);
        }

        json.WriteEndArray();
    }

    // What cannot be done without is written whatever else there is, and is short.
    private static bool IsKept(CardElement element) => element is CardElement.Number or CardElement.Field;

    private static void WriteHeading(ref BlockWriter blocks, Card card)
    {
        if (card.IsSettled || card.Title.Length is 0 or > BlockLimits.Header)
        {
            blocks.Words(card.Title, isBold: !card.IsSettled);
            return;
        }

        blocks.Json.WriteStartObject();
        blocks.Json.WriteString("type"u8, "header"u8);
        blocks.Json.WritePropertyName("text"u8);
        BlockWriter.Plain(blocks.Json, card.Title, BlockLimits.Header);
        blocks.Json.WriteEndObject();
    }

    private static void WriteElement(ref BlockWriter blocks, CardElement element, WordBook words)
    {
        switch (element)
        {
            case CardElement.Paragraph { Tone: Tone.Good } good:
                blocks.Words(good.Text, isBold: true, sign: "white_check_mark");
                break;
            case CardElement.Paragraph { Tone: Tone.Warning } warning:
                blocks.Words(warning.Text, isBold: true, sign: "warning");
                break;
            case CardElement.Paragraph { Tone: Tone.Quiet, Text.Length: <= BlockLimits.Text } quiet:
                blocks.Quiet(quiet.Text);
                break;
            case CardElement.Paragraph paragraph:
                blocks.Words(paragraph.Text);
                break;
            case CardElement.Facts facts:
                WriteFacts(ref blocks, facts);
                break;
            case CardElement.Number number:
                WriteNumber(blocks, number);
                break;
            case CardElement.Field field:
                WriteField(blocks.Json, field);
                break;
            case CardElement.Table table:
                BlockTables.Write(ref blocks, table, words);
                break;
            case CardElement.Chart chart:
                BlockCharts.Write(ref blocks, chart, words);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(element), element.GetType().Name, "no such element");
        }
    }

    private static void WriteFacts(ref BlockWriter blocks, CardElement.Facts facts)
    {
        var line = 0;
        while (line < facts.Lines.Count && blocks.HasRoom)
        {
            blocks.BeginText();
            for (var length = 0; line < facts.Lines.Count && (length == 0 || length + Length(facts.Lines[line]) <= BlockLimits.Text); line++)
            {
                blocks.Run((length == 0 ? "" : "\n") + facts.Lines[line].Name + ": ", isBold: true);
                blocks.Run(BlockWriter.Shorten(facts.Lines[line].Value, BlockLimits.Text / 2));
                length += Length(facts.Lines[line]);
            }

            blocks.EndText();
        }
    }

    private static int Length(Fact fact) => fact.Name.Length + Math.Min(fact.Value.Length, BlockLimits.Text / 2) + 3;

    private static void WriteNumber(BlockWriter blocks, CardElement.Number number)
    {
        blocks.BeginText();
        blocks.Always(BlockWriter.Shorten(number.Name, MostKept / 2) + ":", isBold: true);
        blocks.EndSection();
        blocks.BeginSection("rich_text_preformatted"u8);
        blocks.Always(BlockWriter.Shorten(number.Value, MostKept / 2));
        blocks.EndText();
    }

    private static void WriteField(Utf8JsonWriter json, CardElement.Field field)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "input"u8);
        json.WriteString("block_id"u8, FieldId);
        json.WritePropertyName("label"u8);
        BlockWriter.Plain(json, field.Label, MostKept / 2);
        json.WriteStartObject("element"u8);
        json.WriteString("type"u8, "plain_text_input"u8);
        json.WriteString("action_id"u8, FieldId);
        if (field.Placeholder.Length > 0)
        {
            json.WritePropertyName("placeholder"u8);
            BlockWriter.Plain(json, field.Placeholder, BlockLimits.Placeholder);
        }

        json.WriteNumber("max_length"u8, Math.Min(field.MaximumLength, BlockLimits.Typed));
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
