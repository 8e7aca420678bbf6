using System.Security.Cryptography;
using System.Text;
using ResetBot.Recovery.Secrets;

namespace ResetBot.Tests.Recovery;

/// <summary>Keys for tests: always the same, and encryption that only shows which purpose it was for.</summary>
internal sealed class FixedKeys(string seed = "one") : IKeyRing
{
    public byte[] Derive(string purpose) => SHA256.HashData(Encoding.UTF8.GetBytes(seed + purpose));

    public string Protect(string purpose, string text) => purpose + Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    public string Unprotect(string purpose, string text) => text.StartsWith(purpose, StringComparison.Ordinal)
        ? Encoding.UTF8.GetString(Convert.FromBase64String(text[purpose.Length..]))
        : throw new CryptographicException("of another purpose");
}
