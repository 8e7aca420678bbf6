using System.Text.RegularExpressions;

namespace ResetBot.EndToEnd.Clients;

/// <summary>What is looked for on cards and pages.</summary>
internal static partial class Patterns
{
    /// <summary>The number that a card shows and a secure page asks for.</summary>
    [GeneratedRegex("^[0-9]{2}$")]
    public static partial Regex TwoDigits();

    /// <summary>The address of a secure page in a card's text.</summary>
    [GeneratedRegex("http://[^ ]+/s/[A-Za-z0-9_-]+")]
    public static partial Regex PageAddress();

    /// <summary>The number of a secure page in a card's text.</summary>
    [GeneratedRegex("^Number: (?<number>[0-9]{2})$", RegexOptions.Multiline)]
    public static partial Regex PageNumber();
}
