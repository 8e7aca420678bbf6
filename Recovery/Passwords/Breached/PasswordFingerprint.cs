using System.Security.Cryptography;
using System.Text;
using ResetBot.Recovery.Secrets;

namespace ResetBot.Recovery.Passwords.Breached;

/// <summary>
/// The SHA-1 of a password, by which lists of stolen passwords are kept. It stays in this process: only its first five characters, which about
/// two thousand listed passwords share, may be told to a service (k-anonymity, as the Pwned Passwords range API has it).
/// </summary>
public sealed class PasswordFingerprint : Secret
{
    /// <summary>Characters of a SHA-1 in hexadecimal.</summary>
    public const int Digits = 40;

    /// <summary>Characters that may leave the process.</summary>
    public const int PrefixDigits = 5;

    private PasswordFingerprint(ReadOnlySpan<char> digits)
        : base(digits)
    {
    }

    /// <summary>The first five characters, in capitals.</summary>
    public string Prefix => Reveal()[..PrefixDigits].ToString();

    /// <summary>The other thirty-five, in capitals.</summary>
    public ReadOnlySpan<char> Suffix => Reveal()[PrefixDigits..];

    public static PasswordFingerprint Of(NewPassword password)
    {
        var text = new byte[Encoding.UTF8.GetByteCount(password.Reveal())];
        Encoding.UTF8.GetBytes(password.Reveal(), text);
        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
        Span<char> digits = stackalloc char[Digits];
#pragma warning disable CA5350 // The lists are kept by SHA-1; nothing here is protected by it.
        SHA1.HashData(text, hash);
#pragma warning restore CA5350
        Convert.TryToHexString(hash, digits, out _);
        var fingerprint = new PasswordFingerprint(digits);
        CryptographicOperations.ZeroMemory(text);
        CryptographicOperations.ZeroMemory(hash);
        digits.Clear();
        return fingerprint;
    }
}
