using System.Text.RegularExpressions;

namespace ResetBot.Dialogs.Common;

/// <summary>Sees that somebody typed what looks like a password into the chat, so that they can be told.</summary>
public static partial class PasswordGuard
{
    // RFC 5321 §4.5.3.1.1: the local part of an address. sAMAccountName has 20.
    private const int LongestName = 64;

    /// <param name="text">What was typed.</param>
    /// <param name="asksForName">An account was asked for: one word that is no longer than a name is taken for one, since JSmith01 is.</param>
    public static bool LooksLikePassword(string text, bool asksForName = false)
    {
        var trimmed = text.Trim();
        if (asksForName && trimmed.Length <= LongestName && !trimmed.Any(char.IsWhiteSpace))
        {
            return false;
        }

        return Announced().IsMatch(trimmed) || IsMixedWord(trimmed.TrimEnd('.', ',', '!', '?', ':', ';'));
    }

    // One word of three kinds of characters that is no address, link, name or code.
    private static bool IsMixedWord(string word)
    {
        var innocent = word.Length is < 8 or > 128 || word.Any(char.IsWhiteSpace) || word.Contains("://", StringComparison.Ordinal)
            || Address().IsMatch(word) || Name().IsMatch(word) || LabelledCode().IsMatch(word) || RecoveryCodes().IsMatch(word);
        if (innocent)
        {
            return false;
        }

        var kinds = (word.Any(char.IsLower) ? 1 : 0)
            + (word.Any(char.IsUpper) ? 1 : 0)
            + (word.Any(char.IsDigit) ? 1 : 0)
            + (word.Any(letter => !char.IsLetterOrDigit(letter)) ? 1 : 0);
        return kinds >= 3 && word.Any(char.IsLetter);
    }

    [GeneratedRegex(@"\b(?:my|mitt|the|new|nya|old|gamla)\s+(?:new |old |nya |gamla )?(?:pass ?word|lösenord)(?:et)?\s*(?:is|was|är|var|:|=)\s*\S{4,}", RegexOptions.IgnoreCase)]
    private static partial Regex Announced();

    [GeneratedRegex(@"^[^@\s]+@[^@\s]+\.[^@\s.]{2,}$")]
    private static partial Regex Address();

    // Anna-Lena, Alex.Wilber, IT-support; and CONTOSO\alex2.
    [GeneratedRegex(@"^\p{L}+(?:[.\-_'/]\p{L}+)+$|^[\w.\-]+\\[\w.\-]+$")]
    private static partial Regex Name();

    // 7K3M-Q9TD-2B8X-5FGH
    [GeneratedRegex(@"^[0-9A-Za-z]{4}(?:-[0-9A-Za-z]{4}){3}$")]
    private static partial Regex RecoveryCodes();

    // Code:123456, G-123456
    [GeneratedRegex(@"^\p{L}{1,12}[:=#\-]\d{3}-?\d{3,5}$")]
    private static partial Regex LabelledCode();
}
