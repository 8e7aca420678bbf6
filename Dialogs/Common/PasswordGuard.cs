using System.Text.RegularExpressions;

namespace ResetBot.Dialogs.Common;

/// <summary>Sees that somebody typed what looks like a password into the chat, so that they can be told.</summary>
public static partial class PasswordGuard
{
    public static bool LooksLikePassword(string text)
    {
        var trimmed = text.Trim();
        return Announced().IsMatch(trimmed) || (trimmed.Length is >= 8 and <= 128 && IsMixedWord(trimmed));
    }

    // One word of three kinds of characters that is no address, number, link or name of an account.
    private static bool IsMixedWord(string word)
    {
        if (word.Any(char.IsWhiteSpace) || Address().IsMatch(word) || word.Contains("://", StringComparison.Ordinal))
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
}
