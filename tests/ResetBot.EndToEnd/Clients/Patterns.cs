using System.Text.RegularExpressions;

namespace ResetBot.EndToEnd.Clients;

/// <summary>What is looked for on cards and pages.</summary>
internal static partial class Patterns
{
    /// <summary>The number that a card shows and a secure page asks for.</summary>
    [GeneratedRegex("^[0-9]{2}$")]
    public static partial Regex TwoDigits();

    [GeneratedRegex(@"(?<![\d:])\d{3}(?!\d)")]
    public static partial Regex ThreeDigits();
}
