using System.Globalization;
using System.Security.Cryptography;

namespace ResetBot.Recovery.Secrets;

/// <summary>Draws what must not be guessed.</summary>
public static class Draw
{
    private const int Stock = 512;

    // Names are drawn many at once, since each question to the generator costs as much as hundreds of bytes.
    [ThreadStatic]
    private static byte[]? _stock;

    [ThreadStatic]
    private static int _left;

    /// <summary>Decimal digits, each equally likely.</summary>
    public static string Digits(int count) =>
        RandomNumberGenerator.GetInt32((int)Math.Pow(10, count)).ToString(CultureInfo.InvariantCulture).PadLeft(count, '0');

    /// <summary>A name of 128 bits for a case, a method or a message: unique, and not a secret.</summary>
    public static string Name() => Hex(16);

    /// <summary>
    /// The same for something that is kept: it begins with the moment, so that what is made together lies together in the index, and 80 bits
    /// are drawn.
    /// </summary>
    public static string Name(DateTimeOffset at) =>
        at.ToUnixTimeMilliseconds().ToString("x12", CultureInfo.InvariantCulture) + Hex(10);

    private static string Hex(int length)
    {
        var stock = _stock ??= new byte[Stock];
        if (_left < length)
        {
            RandomNumberGenerator.Fill(stock);
            _left = Stock;
        }

        _left -= length;
        return Convert.ToHexStringLower(stock.AsSpan(_left, length));
    }

    /// <summary>So many of these, in any order, each choice equally likely; all of them when there are no more.</summary>
    public static IReadOnlyList<T> Some<T>(IReadOnlyCollection<T> all, int many)
    {
        T[] shuffled = [.. all];
        RandomNumberGenerator.Shuffle<T>(shuffled);
        return [.. shuffled.Take(many)];
    }

    /// <summary>A handle of 256 bits that opens something, safe in an address.</summary>
    public static string Handle() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
