using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace ResetBot.Testing.Teams;

/// <summary>RSA keys by name, made once for all tests since making one is slow.</summary>
public static class TestKeys
{
    private static readonly ConcurrentDictionary<string, Lazy<RSA>> Keys = new();

    public static RSA Rsa(string name) => Keys.GetOrAdd(name, _ => new Lazy<RSA>(() => RSA.Create(2048))).Value;
}
