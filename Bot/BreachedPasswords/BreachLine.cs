using System.Globalization;

namespace ResetBot.Bot.BreachedPasswords;

/// <summary>One line of a list of breached passwords: hexadecimal digits of a hash, a colon, and how often it was found.</summary>
internal static class BreachLine
{
    /// <summary>Reads a line, with or without a carriage return at its end; false when it is none, or has another number of digits.</summary>
    public static bool TryRead(ReadOnlySpan<char> line, int digits, out ReadOnlySpan<char> hash, out long times)
    {
        line = line.TrimEnd('\r');
        hash = line[..Math.Min(digits, line.Length)];
        times = 0;
        return line.Length > digits + 1
            && line[digits] == ':'
            && !hash.ContainsAnyExcept(HexDigits)
            && long.TryParse(line[(digits + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out times);
    }

    private static readonly System.Buffers.SearchValues<char> HexDigits = System.Buffers.SearchValues.Create("0123456789abcdefABCDEF");
}
