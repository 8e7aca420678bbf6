using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ResetBot.Cards.Rendering;

/// <summary>Words in an Adaptive Card, which reads a part of Markdown in them: what people or directories supply must stay words.</summary>
internal static class AdaptiveText
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("[]*_`\\");

    /// <summary>Begins a block of text.</summary>
    public static void Begin(Utf8JsonWriter json, string text)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "TextBlock"u8);
        json.WriteString("text"u8, Escape(text));
    }

    /// <summary>A block of text of as many lines as it needs.</summary>
    public static void Write(Utf8JsonWriter json, string text, bool isBold = false)
    {
        Begin(json, text);
        json.WriteBoolean("wrap"u8, true);
        if (isBold)
        {
            json.WriteString("weight"u8, "Bolder"u8);
        }

        json.WriteEndObject();
    }

    /// <summary>How many bytes a text takes in the card, with all that its marks need.</summary>
    public static int Length(string text) => JsonEncodedText.Encode(Escape(text), JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes.Length;

    /// <summary>A text in which no mark means anything.</summary>
    public static string Escape(string text)
    {
        if (!text.AsSpan().ContainsAny(Marks))
        {
            return text;
        }

        var escaped = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (Marks.Contains(letter))
            {
                escaped.Append('\\');
            }

            escaped.Append(letter);
        }

        return escaped.ToString();
    }
}
