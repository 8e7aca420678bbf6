namespace ResetBot.Dialogs.Intents;

/// <summary>Tells a slip of the finger: one letter too many, too few, another, or two that changed places.</summary>
internal static class Spelling
{
    /// <summary>Shorter words are too near to each other to be forgiven anything.</summary>
    public const int ShortestForgiven = 5;

    public static bool IsOneSlip(ReadOnlySpan<char> word, ReadOnlySpan<char> meant)
    {
        var difference = word.Length - meant.Length;
        if (difference is < -1 or > 1 || word.Length < ShortestForgiven || meant.Length < ShortestForgiven)
        {
            return false;
        }

        var same = word.CommonPrefixLength(meant);
        var restOfWord = word[same..];
        var restMeant = meant[same..];
        return difference switch
        {
            1 => restOfWord[1..].SequenceEqual(restMeant),
            -1 => restMeant[1..].SequenceEqual(restOfWord),
            _ => IsOneOther(restOfWord, restMeant),
        };
    }

    private static bool IsOneOther(ReadOnlySpan<char> word, ReadOnlySpan<char> meant) =>
        word.Length == 0
        || word[1..].SequenceEqual(meant[1..])
        || (word.Length > 1 && word[0] == meant[1] && word[1] == meant[0] && word[2..].SequenceEqual(meant[2..]));
}
