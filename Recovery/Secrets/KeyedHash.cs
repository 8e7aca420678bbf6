using System.Security.Cryptography;
using System.Text;

namespace ResetBot.Recovery.Secrets;

/// <summary>Stores short secrets (codes, numbers, handles) as a keyed hash, bound to what they are for.</summary>
public sealed class KeyedHash(IKeyRing keys)
{
    private readonly byte[] _key = keys.Derive("short-secrets");

    /// <summary>The hash of a secret for one use; another <paramref name="boundTo"/> gives another hash.</summary>
    public string Of(ReadOnlySpan<char> secret, string boundTo)
    {
        var bytes = new byte[Encoding.UTF8.GetByteCount(boundTo) + 1 + Encoding.UTF8.GetByteCount(secret)];
        var length = Encoding.UTF8.GetBytes(boundTo, bytes);
        Encoding.UTF8.GetBytes(secret, bytes.AsSpan(length + 1));
        var hash = Convert.ToHexStringLower(HMACSHA256.HashData(_key, bytes));
        CryptographicOperations.ZeroMemory(bytes);
        return hash;
    }

    /// <summary>Whether a typed secret is the one that was hashed, in fixed time.</summary>
    public bool Matches(string hash, ReadOnlySpan<char> secret, string boundTo) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(hash), Encoding.ASCII.GetBytes(Of(secret, boundTo)));
}
