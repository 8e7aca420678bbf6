using System.Globalization;
using System.Security.Cryptography;

namespace ResetBot.Recovery.Secrets;

/// <summary>Draws what must not be guessed.</summary>
public static class Draw
{
    /// <summary>Decimal digits, each equally likely.</summary>
    public static string Digits(int count) =>
        RandomNumberGenerator.GetInt32((int)Math.Pow(10, count)).ToString(CultureInfo.InvariantCulture).PadLeft(count, '0');

    /// <summary>A name of 128 bits for a case, a method or a message: unique, and not a secret.</summary>
    public static string Name() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>
    /// The same for something that is kept: it begins with the moment, so that what is made together lies together in the index, and 80 bits
    /// are drawn.
    /// </summary>
    public static string Name(DateTimeOffset at) =>
        at.ToUnixTimeMilliseconds().ToString("x12", CultureInfo.InvariantCulture) + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(10));

    /// <summary>A handle of 256 bits that opens something, safe in an address.</summary>
    public static string Handle() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
