using System.Text;

namespace ResetBot.Recovery.Passwords;

/// <summary>
/// The banned-word score of Microsoft Entra password protection ("Eliminate bad passwords using Microsoft Entra Password Protection",
/// score calculation): one point for every banned word in a normalised password and one for every other character. Where words overlap,
/// the reading with the fewest points holds. A whole password within one edit of a word is that word. Inside a longer password a word of
/// five or more characters may have one character replaced anywhere, or one added or dropped between its first and its last: at its ends
/// the neighbour would be swallowed, and the documented example <c>ContoS0Bl@nkf9!</c> would not score five.
/// </summary>
internal sealed class BannedWordList
{
    private const int FuzzyFrom = 5;
    private readonly Rune[][] _words;
    private readonly int _longest;

    public BannedWordList(IEnumerable<string> words)
    {
        var normalised = words.Select(word => PasswordText.NormaliseToString(word.Trim())).Where(word => word.Length > 0);
        Words = [.. normalised.Distinct().Order(StringComparer.Ordinal)];
        _words = [.. Words.Select(word => word.EnumerateRunes().ToArray())];
        _longest = _words.Length == 0 ? 0 : _words.Max(word => word.Length);
    }

    /// <summary>The words, normalised.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>The points of a normalised password, told no higher than <paramref name="needed"/>.</summary>
    public int Points(ReadOnlySpan<Rune> password, int needed)
    {
        // Every point covers at most the longest word and one added character, so a longer password has enough of them without counting.
        if (password.Length > (needed - 1) * (_longest + 1))
        {
            return Math.Min(password.Length, needed);
        }

        foreach (var word in _words)
        {
            if (OneEdit.Apart(password, word))
            {
                return Math.Min(1, needed);
            }
        }

        return Math.Min(FewestPoints(password), needed);
    }

    private int FewestPoints(ReadOnlySpan<Rune> password)
    {
        Span<int> fewest = stackalloc int[password.Length + 1];
        fewest[password.Length] = 0;
        for (var start = password.Length - 1; start >= 0; start--)
        {
            var best = fewest[start + 1] + 1;
            foreach (var word in _words)
            {
                best = Math.Min(best, FewestFrom(password[start..], word, fewest[start..]));
            }

            fewest[start] = best;
        }

        return fewest[0];
    }

    /// <summary>The fewest points of a rest that begins with this word; the most there are when it does not.</summary>
    private static int FewestFrom(ReadOnlySpan<Rune> rest, Rune[] word, ReadOnlySpan<int> fewest)
    {
        var best = int.MaxValue;
        for (var length = word.Length - 1; length <= Math.Min(word.Length + 1, rest.Length); length++)
        {
            if (fewest[length] + 1 < best && Stands(rest[..length], word))
            {
                best = fewest[length] + 1;
            }
        }

        return best;
    }

    private static bool Stands(ReadOnlySpan<Rune> part, Rune[] word)
    {
        if (word.Length < FuzzyFrom)
        {
            return part.SequenceEqual(word);
        }

        return part.Length == word.Length
            ? OneEdit.Apart(part, word)
            : part[0] == word[0] && part[^1] == word[^1] && OneEdit.Apart(part, word);
    }
}
