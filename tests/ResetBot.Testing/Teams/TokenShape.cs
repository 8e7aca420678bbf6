using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace ResetBot.Testing.Teams;

/// <summary>A JWT in the making, every part of which a test may bend.</summary>
public sealed class TokenShape
{
    public required RSA Key { get; set; }

    public required JsonObject Header { get; init; }

    public required JsonObject Payload { get; init; }

    /// <summary>Makes the signature from what is signed; by default RSASSA-PKCS1-v1_5 as the header's <c>alg</c> says.</summary>
    public Func<byte[], byte[]>? Signer { get; set; }

    /// <summary>Sets a claim; null removes it.</summary>
    public TokenShape With(string claim, JsonNode? value) => Set(Payload, claim, value);

    /// <summary>Sets a member of the header; null removes it.</summary>
    public TokenShape WithHeader(string name, JsonNode? value) => Set(Header, name, value);

    public TokenShape SignedWith(RSA key)
    {
        Key = key;
        return this;
    }

    public override string ToString()
    {
        var signed = Part(Header) + "." + Part(Payload);
        var bytes = Encoding.ASCII.GetBytes(signed);
        var signature = Signer is null ? Key.SignData(bytes, Hash(), RSASignaturePadding.Pkcs1) : Signer(bytes);
        return signed + "." + Base64UrlEncoder.Encode(signature);
    }

    private HashAlgorithmName Hash() => (string?)Header["alg"] switch
    {
        "RS384" => HashAlgorithmName.SHA384,
        "RS512" => HashAlgorithmName.SHA512,
        _ => HashAlgorithmName.SHA256,
    };

    private TokenShape Set(JsonObject part, string name, JsonNode? value)
    {
        part.Remove(name);
        if (value is not null)
        {
            part[name] = value;
        }

        return this;
    }

    private static string Part(JsonObject part) => Base64UrlEncoder.Encode(part.ToJsonString());
}
