using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace ResetBot.Bot.Channels.Teams.Trust;

/// <summary>Reads the channel's JSON Web Key Set (RFC 7517) with the Bot Framework's own member <c>endorsements</c>.</summary>
internal static class KeySet
{
    private const int LeastModulusBits = 2048;

    /// <summary>The usable RSA keys by their <c>kid</c>; keys of another kind, without a name or too short are left out.</summary>
    /// <exception cref="JsonException">It is no key set.</exception>
    public static Dictionary<string, SigningKey> Read(JsonElement document)
    {
        if (document.ValueKind != JsonValueKind.Object
            || !document.TryGetProperty("keys", out var entries)
            || entries.ValueKind != JsonValueKind.Array)
        {
            throw new JsonException("The key set has no array 'keys'.");
        }

        var keys = new Dictionary<string, SigningKey>(StringComparer.Ordinal);
        foreach (var entry in entries.EnumerateArray().Where(entry => entry.ValueKind == JsonValueKind.Object))
        {
            if (ReadKey(entry) is { } key)
            {
                keys[key.Key.KeyId] = key;
            }
        }

        return keys;
    }

    private static SigningKey? ReadKey(JsonElement entry)
    {
        if (Text(entry, "kty") != "RSA" || Text(entry, "use") is not (null or "sig"))
        {
            return null;
        }

        if (Text(entry, "kid") is not { Length: > 0 } kid || Bytes(entry, "n") is not { } modulus || Bytes(entry, "e") is not { } exponent)
        {
            return null;
        }

        var key = new RsaSecurityKey(new RSAParameters { Modulus = modulus, Exponent = exponent }) { KeyId = kid };
        return modulus.Length * 8 < LeastModulusBits ? null : new SigningKey(key, Endorsements(entry));
    }

    private static HashSet<string> Endorsements(JsonElement entry)
    {
        if (!entry.TryGetProperty("endorsements", out var channels) || channels.ValueKind != JsonValueKind.Array)
        {
            return [];
        }

        return channels.EnumerateArray()
            .Where(channel => channel.ValueKind == JsonValueKind.String)
            .Select(channel => channel.GetString()!)
            .ToHashSet(StringComparer.Ordinal);
    }

    private static string? Text(JsonElement entry, string name) =>
        entry.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static byte[]? Bytes(JsonElement entry, string name)
    {
        try
        {
            return Text(entry, name) is { Length: > 0 } text ? Base64UrlEncoder.DecodeBytes(text) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
