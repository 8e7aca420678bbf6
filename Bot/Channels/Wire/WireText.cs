using System.Globalization;
using System.Text;

namespace ResetBot.Bot.Channels.Wire;

/// <summary>Makes text from the wire fit to be compared, shown and logged.</summary>
internal static class WireText
{
    /// <summary>
    /// Without characters that are not seen: zero-width and bidirectional marks (Unicode category Cf) and controls, except line breaks and
    /// tabs. What is left looks like what it is.
    /// </summary>
    public static string Visible(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            return text;
        }

        var visible = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes().Where(IsVisible))
        {
            visible.Append(rune.ToString());
        }

        return visible.ToString();
    }

    /// <summary>A name: visible, on one line, cut at <paramref name="most"/> characters.</summary>
    public static string Name(string? text, int most = 256)
    {
        var name = Visible(text ?? "").ReplaceLineEndings(" ").Replace('\t', ' ').Trim();
        return name.Length <= most ? name : name[..most];
    }

    /// <summary>A short token of letters, digits and a few signs (language tag, time zone), or null when it is something else.</summary>
    public static string? Token(string? text, int most) =>
        text is { Length: > 0 } && text.Length <= most && text.All(IsTokenCharacter) ? text : null;

    /// <summary>True when nothing in it is unseen or begins another line, wherever it is printed: also not U+2028, which some readers of logs break at.</summary>
    public static bool IsOneLine(string text) => !text.AsSpan().ContainsAnyExceptInRange(' ', '~') || text.All(character => char.GetUnicodeCategory(character)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator));

    private static bool IsTokenCharacter(char character) => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '/' or '+';

    private static bool IsVisible(Rune rune)
    {
        if (rune.Value is '\n' or '\r' or '\t')
        {
            return true;
        }

        return Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.Surrogate);
    }
}
