using System.Globalization;
using System.Security.Cryptography;
using ResetBot.Recovery.Secrets;

namespace ResetBot.Recovery.Passwords.History;

/// <summary>
/// Salted and slow by design: PBKDF2 (RFC 8018 §5.2) with HMAC-SHA-512 and 210,000 rounds, OWASP Password Storage Cheat Sheet. The text says
/// the rounds, so that more of them can be asked for later.
/// </summary>
internal static class SlowHash
{
    private const int Rounds = 210_000;
    private const int SaltBytes = 16;
    private const int HashBytes = 32;

    /// <summary><c>rounds.salt.hash</c>.</summary>
    public static string Of(NewPassword password)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        var hash = Compute(password, salt, Rounds);
        return string.Create(CultureInfo.InvariantCulture, $"{Rounds}.{Convert.ToBase64String(salt)}.{Convert.ToBase64String(hash)}");
    }

    public static bool Matches(string text, NewPassword password)
    {
        var parts = text.Split('.');
        var hash = Compute(password, Convert.FromBase64String(parts[1]), int.Parse(parts[0], CultureInfo.InvariantCulture));
        return CryptographicOperations.FixedTimeEquals(hash, Convert.FromBase64String(parts[2]));
    }

    private static byte[] Compute(NewPassword password, byte[] salt, int rounds) =>
        Rfc2898DeriveBytes.Pbkdf2(password.Reveal(), salt, rounds, HashAlgorithmName.SHA512, HashBytes);
}
