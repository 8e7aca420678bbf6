using System.Globalization;
using System.Security.Cryptography;

namespace ResetBot.Recovery.Secrets;

/// <summary>
/// Salted and slow by design: PBKDF2 (RFC 8018 §5.2) with HMAC-SHA-512 and 210,000 rounds, OWASP Password Storage Cheat Sheet. What is kept says
/// the rounds, so that more of them can be asked for later.
/// </summary>
internal static class SlowHash
{
    /// <summary>What new hashes are made with.</summary>
    public const int Rounds = 210_000;

    private const int SaltBytes = 16;
    private const int HashBytes = 32;

    /// <summary><c>rounds.salt.hash</c>.</summary>
    public static string Of(Secret secret)
    {
        var salt = NewSalt();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Rounds}.{Convert.ToBase64String(salt)}.{Convert.ToBase64String(Compute(secret.Reveal(), salt, Rounds))}");
    }

    public static bool Matches(string text, Secret secret)
    {
        var parts = text.Split('.');
        var hash = Compute(secret.Reveal(), Convert.FromBase64String(parts[1]), int.Parse(parts[0], CultureInfo.InvariantCulture));
        return CryptographicOperations.FixedTimeEquals(hash, Convert.FromBase64String(parts[2]));
    }

    public static byte[] NewSalt() => RandomNumberGenerator.GetBytes(SaltBytes);

    public static byte[] Compute(ReadOnlySpan<char> secret, byte[] salt, int rounds) =>
        Rfc2898DeriveBytes.Pbkdf2(secret, salt, rounds, HashAlgorithmName.SHA512, HashBytes);
}
