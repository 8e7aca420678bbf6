using System.Text.RegularExpressions;
using ResetBot.Recovery.Linking;

namespace ResetBot.Dialogs.Linking;

/// <summary>Reads the code that somebody types to be known, with the word before it or without.</summary>
public static partial class LinkWord
{
    /// <summary>The digits, however many they are; null where there is no code in what was typed.</summary>
    public static string? DigitsIn(string text)
    {
        var match = Code().Match(text);
        var digits = match.Success ? new string([.. match.Groups["code"].Value.Where(char.IsAsciiDigit)]) : "";
        return digits.Length > 0 && (match.Groups["word"].Success || digits.Length == LinkingDesk.Digits) ? digits : null;
    }

    /// <summary>What may be codes in what was typed where others read it.</summary>
    public static IEnumerable<string> Exposed(string text) => Bare().Matches(text).Select(match => new string([.. match.Value.Where(char.IsAsciiDigit)]));

    [GeneratedRegex(@"(?<![0-9])[0-9](?:[ \-]?[0-9]){7}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Bare();

    [GeneratedRegex(@"^\s*(?:(?<word>/?(?:link|koppla)(?:\s+slack)?)[\s:]+)?(?<code>[0-9][0-9 \-]{0,40})\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
