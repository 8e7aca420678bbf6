using System.Buffers;
using System.Globalization;
using System.Text;

namespace ResetBot.Recovery.Passwords;

/// <summary>What kinds of characters a text holds.</summary>
/// <param name="Length">Code points; half a surrogate pair counts as one. NIST SP 800-63B-4: each code point counts as one character.</param>
/// <param name="Classes">How many of lower case, upper case, digit and symbol occur. Letters without case count as symbols.</param>
/// <param name="Unusable">Control characters, line and paragraph separators, and halves of surrogate pairs.</param>
/// <param name="BeyondAscii">Characters that are neither a space nor a printable one of ASCII.</param>
internal readonly record struct CharacterCensus(int Length, int Classes, int Unusable, int BeyondAscii)
{
    public static CharacterCensus Of(ReadOnlySpan<char> text)
    {
        var (length, unusable, beyond, kinds) = (0, 0, 0, Kinds.None);
        while (!text.IsEmpty)
        {
            length++;
            var whole = Rune.DecodeFromUtf16(text, out var rune, out var used) == OperationStatus.Done;
            var category = Rune.GetUnicodeCategory(rune);
            if (!whole || category is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            {
                unusable++;
            }

            beyond += rune.Value is >= ' ' and <= '~' ? 0 : 1;
            kinds |= Kind(category);
            text = text[used..];
        }

        return new CharacterCensus(length, int.PopCount((int)kinds), unusable, beyond);
    }

    private static Kinds Kind(UnicodeCategory category) => category switch
    {
        UnicodeCategory.LowercaseLetter => Kinds.Lower,
        UnicodeCategory.UppercaseLetter => Kinds.Upper,
        UnicodeCategory.DecimalDigitNumber => Kinds.Digit,
        _ => Kinds.Symbol,
    };

    [Flags]
    private enum Kinds
    {
        None = 0,
        Lower = 1,
        Upper = 2,
        Digit = 4,
        Symbol = 8,
    }
}
