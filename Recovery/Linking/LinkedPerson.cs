using System.Globalization;

namespace ResetBot.Recovery.Linking;

/// <summary>Somebody of a channel who is linked with an account, as the account knows them.</summary>
/// <param name="Person">The channel and its id of the person.</param>
/// <param name="Name">What they are called there, and the channel's own id of them, which nobody chooses.</param>
/// <param name="At">When they were linked (UTC).</param>
public sealed record LinkedPerson(string Person, string Name, DateTimeOffset At)
{
    private const int LongestName = 40;

    /// <summary>The channel's name, for example <c>slack</c>.</summary>
    public string Channel => Person[..Person.IndexOf('/', StringComparison.Ordinal)];

    // People choose their names, and the name stands in messages of ours: no number to call, and no address, is in it.
    internal static LinkedPerson Of(string person, string name, DateTimeOffset at)
    {
        string shown = new([.. name.Where(letter => char.IsLetter(letter) || letter is ' ' or '-' or '\'' || char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark)]);
        var letters = string.Join(' ', shown.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var called = letters.Length > LongestName ? letters[..LongestName] : letters;
        return new LinkedPerson(person, $"{called} ({person[(person.LastIndexOf('/') + 1)..]})".Trim(), at);
    }
}
