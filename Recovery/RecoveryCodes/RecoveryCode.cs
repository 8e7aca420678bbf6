using System.Security.Cryptography;

namespace ResetBot.Recovery.RecoveryCodes;

/// <summary>
/// A code of 80 bits, written in 16 letters and digits that are not mistaken for each other (Crockford's Base32), in groups of four:
/// <c>7K3M-Q9TD-2B8X-5FGH</c>.
/// </summary>
public static class RecoveryCode
{
    /// <summary>Letters and digits of a code, without the dashes.</summary>
    public const int Length = 16;

    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>A new code, in groups.</summary>
    public static string New() => string.Join('-', Enumerable.Range(0, Length / 4).Select(_ => RandomNumberGenerator.GetString(Alphabet, 4)));

    /// <summary>The code in what somebody typed, without dashes and in one spelling; null when there is none.</summary>
    public static string? Read(string typed)
    {
        if (typed.Length > 64)
        {
            return null;
        }

        var letters = typed.Where(letter => !char.IsWhiteSpace(letter) && letter is not ('-' or '\u2010' or '\u2011' or '\u2013' or '.')).Select(Spelled).ToArray();
        return letters.Length == Length && letters.All(letter => Alphabet.Contains(letter, StringComparison.Ordinal)) ? new string(letters) : null;
    }

    // O is read as 0, I and L as 1: that is why the alphabet has none of them.
    private static char Spelled(char letter) => char.ToUpperInvariant(letter) switch
    {
        'O' => '0',
        'I' or 'L' => '1',
        var other => other,
    };
}
