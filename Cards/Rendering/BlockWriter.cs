using System.Text.Json;

namespace ResetBot.Cards.Rendering;

/// <summary>
/// Writes the blocks of one Slack message, and keeps count: when the texts are as long as Slack takes, what comes after is shortened, and the
/// last block that may be used takes the rest. Text is rich text, which Slack shows letter by letter: no mark in it means anything.
/// </summary>
/// <param name="json">Where to.</param>
/// <param name="blocks">How many blocks there is room for.</param>
/// <param name="characters">How many characters there is room for.</param>
internal ref struct BlockWriter(Utf8JsonWriter json, int blocks, int characters)
{
    private int _blocks = blocks;
    private int _characters = characters;

    // All cells of a message have one limit: a second table is told in words.
    private int _tables = 1;
    private int _charts = BlockLimits.Charts;

    public readonly Utf8JsonWriter Json => json;

    /// <summary>Whether another block of text may follow this one.</summary>
    public readonly bool HasRoom => _blocks > 0 && _characters > 0;

    /// <summary>Takes the room for a table; false when there is none.</summary>
    public bool KeepTable(int length) => Keep(ref _tables, length);

    /// <summary>Takes the room for a chart; false when there is none.</summary>
    public bool KeepChart(int length) => Keep(ref _charts, length);

    /// <summary>Words in as many blocks as they need.</summary>
    public void Words(string text, bool isBold = false, string? sign = null)
    {
        for (var from = 0; from < text.Length && HasRoom;)
        {
            var length = Break(text.AsSpan(from), BlockLimits.Text);
            BeginText();
            if (from == 0 && sign is not null)
            {
                json.WriteStartObject();
                json.WriteString("type"u8, "emoji"u8);
                json.WriteString("name"u8, sign);
                json.WriteEndObject();
                Run(" ");
            }

            Run(text.Substring(from, length), isBold);
            EndText();
            from += length;
        }
    }

    /// <summary>Begins a block of rich text with one section in it.</summary>
    public void BeginText()
    {
        _blocks--;
        json.WriteStartObject();
        json.WriteString("type"u8, "rich_text"u8);
        json.WriteStartArray("elements"u8);
        BeginSection("rich_text_section"u8);
    }

    public readonly void EndText()
    {
        EndSection();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public readonly void BeginSection(ReadOnlySpan<byte> kind)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, kind);
        json.WriteStartArray("elements"u8);
    }

    public readonly void EndSection()
    {
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Words within a section, as far as there is room.</summary>
    public void Run(string text, bool isBold = false)
    {
        if (Take(text) is { Length: > 0 } taken)
        {
            Always(taken, isBold);
        }
    }

    /// <summary>Words within a section for which room was kept.</summary>
    public readonly void Always(string text, bool isBold = false)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "text"u8);
        json.WriteString("text"u8, text);
        if (isBold)
        {
            json.WriteStartObject("style"u8);
            json.WriteBoolean("bold"u8, true);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    /// <summary>Words beside the point, in one block.</summary>
    public void Quiet(string text)
    {
        if (HasRoom && Take(text) is { Length: > 0 } taken)
        {
            _blocks--;
            json.WriteStartObject();
            json.WriteString("type"u8, "context"u8);
            json.WriteStartArray("elements"u8);
            Plain(json, taken, BlockLimits.Text);
            json.WriteEndArray();
            json.WriteEndObject();
        }
    }

    /// <summary>A text object without any marks, for which room was kept, shortened to what its place takes.</summary>
    public static void Plain(Utf8JsonWriter json, string text, int most)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "plain_text"u8);
        json.WriteString("text"u8, Shorten(text.Length == 0 ? " " : text, most));
        json.WriteBoolean("emoji"u8, false);
        json.WriteEndObject();
    }

    /// <summary>As much of a text as fits, ending with a sign that there was more.</summary>
    public static string Shorten(string text, int most) => text.Length <= most ? text : text[..Whole(text, most - 1)].TrimEnd() + "…";

    private bool Keep(ref int left, int length)
    {
        if (left == 0 || !HasRoom || length > _characters)
        {
            return false;
        }

        left--;
        _blocks--;
        _characters -= length;
        return true;
    }

    private string Take(string text)
    {
        var taken = _characters <= 0 ? "" : Shorten(text, _characters);
        _characters -= taken.Length;
        return taken;
    }

    // At the end of a line or a word where there is one in the last third.
    private static int Break(ReadOnlySpan<char> text, int most)
    {
        if (text.Length <= most)
        {
            return text.Length;
        }

        var at = text[..most].LastIndexOfAny('\n', ' ') + 1;
        return at > most * 2 / 3 ? at : Whole(text, most);
    }

    // A letter of two halves is not cut apart.
    private static int Whole(ReadOnlySpan<char> text, int length) => length > 0 && char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;
}
