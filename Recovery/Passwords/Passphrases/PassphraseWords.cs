using System.Text;

namespace ResetBot.Recovery.Passwords.Passphrases;

/// <summary>Short, common words to make passphrases of, one list for each language.</summary>
internal static class PassphraseWords
{
    private static readonly Dictionary<string, string[]> Lists = new() { ["en"] = Read("en"), ["sv"] = Read("sv") };
    private static readonly Dictionary<string, string[]> AsciiLists = Lists.ToDictionary(
        list => list.Key, list => list.Value.Where(word => Ascii.IsValid(word)).ToArray());

    /// <summary>The words of a language, English where there are none; without letters beyond ASCII where a directory does not take them.</summary>
    public static ReadOnlySpan<string> Of(string language, bool asciiOnly)
    {
        var lists = asciiOnly ? AsciiLists : Lists;
        return lists.GetValueOrDefault(language) ?? lists["en"];
    }

    private static string[] Read(string language)
    {
        using var stream = typeof(PassphraseWords).Assembly.GetManifestResourceStream($"ResetBot.Recovery.Passphrases.{language}.txt")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
    }
}
