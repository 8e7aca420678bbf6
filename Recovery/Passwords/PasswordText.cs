using System.Text;
using ResetBot.Recovery.Secrets;

namespace ResetBot.Recovery.Passwords;

/// <summary>
/// How the text of a password is read. What the directory gets is composed (NFC), which is what keyboards of all systems send: the sign-in
/// screens of directories do not normalise, so the compatibility form (NFKC) that NIST SP 800-63B-4 §3.1.1.2 suggests to a verifier who
/// normalises at both ends would replace characters that a sign-in then sends unreplaced. For comparing with words and names it is NFKC.
/// </summary>
public static class PasswordText
{
    /// <summary>The password as it is judged, compared with its confirmation and set.</summary>
    public static NewPassword Compose(ReadOnlySpan<char> typed)
        => IsWellFormed(typed) ? new NewPassword(typed.ToString().Normalize(NormalizationForm.FormC)) : new NewPassword(typed);

    /// <summary>
    /// In one case, with look-alikes replaced. Microsoft Entra password protection: 0 -> o, 1 -> l, $ -> s, @ -> a.
    /// </summary>
    internal static Rune[] Normalise(ReadOnlySpan<char> text)
    {
        var wellFormed = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            wellFormed.Append(rune);
        }

        return [.. wellFormed.ToString().Normalize(NormalizationForm.FormKC).EnumerateRunes().Select(Plain)];
    }

    internal static string NormaliseToString(string text) => string.Concat(Normalise(text).Select(rune => rune.ToString()));

    private static Rune Plain(Rune rune) => rune.Value switch
    {
        '0' => new Rune('o'),
        '1' => new Rune('l'),
        '$' => new Rune('s'),
        '@' => new Rune('a'),
        _ => Rune.ToLowerInvariant(rune),
    };

    private static bool IsWellFormed(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out _, out var used) != System.Buffers.OperationStatus.Done)
            {
                return false;
            }

            text = text[used..];
        }

        return true;
    }
}
