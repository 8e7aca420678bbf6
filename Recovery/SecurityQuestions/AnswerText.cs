using System.Globalization;
using System.Text;

namespace ResetBot.Recovery.SecurityQuestions;

/// <summary>
/// How answers are read, so that the same one typed on another keyboard in another year is the same: in one case and in the compatibility form
/// (NFKC), without spaces and without what is not seen. Apostrophes and dashes that a phone bends are those of a keyboard.
/// </summary>
internal static class AnswerText
{
    /// <summary>The answer as it is compared; never shown.</summary>
    public static string Plain(ReadOnlySpan<char> typed) =>
        string.Concat(Spelled(typed).EnumerateRunes().Where(rune => !Rune.IsWhiteSpace(rune)).Select(rune => rune.ToString()));

    /// <summary>The words of a text, each as it is compared.</summary>
    public static IReadOnlyList<string> Words(ReadOnlySpan<char> text)
    {
        List<string> words = [];
        var word = new StringBuilder();
        foreach (var rune in Spelled(text).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
            {
                word.Append(rune);
            }
            else
            {
                Take(words, word);
            }
        }

        Take(words, word);
        return words;
    }

    private static void Take(List<string> words, StringBuilder word)
    {
        if (word.Length > 0)
        {
            words.Add(word.ToString());
            word.Clear();
        }
    }

    // Small letters can need composing again, and what is no text becomes U+FFFD.
    private static string Spelled(ReadOnlySpan<char> typed)
    {
        var wellFormed = new StringBuilder(typed.Length);
        foreach (var rune in typed.EnumerateRunes())
        {
            wellFormed.Append(rune);
        }

        var seen = wellFormed.ToString().Normalize(NormalizationForm.FormKC).EnumerateRunes().Where(IsSeen).Select(rune => Straight(rune).ToString());
        return string.Concat(seen).Normalize(NormalizationForm.FormKC);
    }

    private static bool IsSeen(Rune rune) =>
        Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format);

    private static Rune Straight(Rune rune) => rune.Value switch
    {
        0x2018 or 0x2019 or 0x201B or 0x02BC or 0x00B4 or '`' => new Rune('\''),
        >= 0x2010 and <= 0x2015 or 0x2212 => new Rune('-'),
        _ => Rune.ToLowerInvariant(rune),
    };
}
