using System.Text;
using ResetBot.Recovery.Passwords.Breached;

namespace ResetBot.Bot.BreachedPasswords;

/// <summary>The lines of one range: all hashes with the same first five digits, without these.</summary>
internal static class BreachRange
{
    private const int SuffixDigits = PasswordFingerprint.Digits - PasswordFingerprint.PrefixDigits;

    /// <summary>Looks for a fingerprint. A range that is empty or damaged, and does not hold it, cannot say that it is absent.</summary>
    public static async Task<BreachAnswer> FindAsync(Stream range, PasswordFingerprint fingerprint, CancellationToken cancellation)
    {
        using var reader = new StreamReader(range, Encoding.Latin1);
        var (lines, whole) = (0, true);
        while (await reader.ReadLineAsync(cancellation) is { } line)
        {
            if (line.Length == 0)
            {
                continue;
            }

            lines++;
            if (Read(line, fingerprint, ref whole) is > 0 and var times)
            {
                return new BreachAnswer.Present(times);
            }
        }

        return whole && lines > 0 ? new BreachAnswer.Absent() : new BreachAnswer.Unavailable();
    }

    // Lines that were found zero times are padding: Pwned Passwords range API, "Add-Padding".
    private static long Read(string line, PasswordFingerprint fingerprint, ref bool whole)
    {
        if (!BreachLine.TryRead(line, SuffixDigits, out var suffix, out var times))
        {
            whole = false;
            return 0;
        }

        return suffix.Equals(fingerprint.Suffix, StringComparison.OrdinalIgnoreCase) ? times : 0;
    }
}
