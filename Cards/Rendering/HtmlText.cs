using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace ResetBot.Cards.Rendering;

/// <summary>Words as HTML: markup in them is shown, never obeyed, and what cannot be seen is left out.</summary>
public static class HtmlText
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>What is read: in an element or an attribute.</summary>
    public static string Of(string text) => Encoder.Encode(Visible(text));

    /// <summary>The same, where lines stay lines.</summary>
    public static string Lines(string text) => Of(text).Replace("&#xA;", "<br>", StringComparison.Ordinal);

    /// <summary>What a form brings back, or a link opens: whole, since nobody reads it and it must be known again.</summary>
    public static string Value(string text) => Encoder.Encode(text);

    // Unicode TR 36 §2.5: marks that turn the direction of what follows make one text look like another. Line breaks stay.
    private static string Visible(string text)
    {
        if (text.All(letter => letter is >= ' ' and < '\u007f'))
        {
            return text;
        }

        var visible = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (rune.Value == '\n' || category is not (UnicodeCategory.Control or UnicodeCategory.Format))
            {
                visible.Append(rune);
            }
        }

        return visible.ToString();
    }
}
