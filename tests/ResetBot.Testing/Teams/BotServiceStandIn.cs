using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.Tokens;

namespace ResetBot.Testing.Teams;

/// <summary>
/// The Azure Bot Service as the bot meets it: publishes metadata and signing keys with endorsements, and mints the tokens that come with
/// activities. Counts how often its keys are fetched.
/// </summary>
public sealed class BotServiceStandIn : LoopbackServer
{
    public const string Issuer = "https://api.botframework.com";
    public const string AppId = "6a0cbd6b-0ef0-4c4a-9a3c-0ccdb29ff5a1";
    public const string ServiceUrl = "https://smba.trafficmanager.net/emea/";
    public const string KeyId = "first";

    private readonly Dictionary<string, PublishedKey> _keys = [];
    private int _metadataFetches;
    private int _keyFetches;

    public BotServiceStandIn() => Publish(KeyId, "msteams", "directline");

    public string MetadataAddress => new Uri(Address, "v1/.well-known/openidconfiguration").ToString();

    public int MetadataFetches => _metadataFetches;

    public int KeyFetches => _keyFetches;

    /// <summary>While true, every request is answered 503.</summary>
    public bool IsDown { get; set; }

    /// <summary>While set, the key set is answered only when this is completed.</summary>
    public Task? Holding { get; set; }

    /// <summary>What the metadata document names as the address of the keys; null for its own.</summary>
    public string? OtherKeySetAddress { get; set; }

    /// <summary>Publishes a key; without any channel it has no endorsements at all.</summary>
    public RSA Publish(string keyId, params string[] channels)
    {
        var rsa = TestKeys.Rsa(keyId);
        _keys[keyId] = new PublishedKey(rsa, channels);
        return rsa;
    }

    public void Withdraw(string keyId) => _keys.Remove(keyId);

    /// <summary>A genuine token at the given time; attacks change what they need.</summary>
    public static TokenShape Token(DateTimeOffset now) => new()
    {
        Key = TestKeys.Rsa(KeyId),
        Header = new JsonObject { ["alg"] = "RS256", ["typ"] = "JWT", ["kid"] = KeyId },
        Payload = new JsonObject
        {
            ["iss"] = Issuer,
            ["aud"] = AppId,
            ["serviceurl"] = ServiceUrl,
            ["nbf"] = now.ToUnixTimeSeconds(),
            ["exp"] = now.AddHours(1).ToUnixTimeSeconds(),
        },
    };

    protected override async Task AnswerAsync(HttpContext context)
    {
        if (IsDown)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        if (context.Request.Path.Value!.EndsWith("openidconfiguration", StringComparison.Ordinal))
        {
            Interlocked.Increment(ref _metadataFetches);
            var keys = OtherKeySetAddress ?? new Uri(Address, "v1/.well-known/keys").ToString();
            await WriteAsync(context, new JsonObject { ["issuer"] = Issuer, ["jwks_uri"] = keys });
            return;
        }

        Interlocked.Increment(ref _keyFetches);
        await (Holding ?? Task.CompletedTask);
        await WriteAsync(context, new JsonObject { ["keys"] = new JsonArray([.. _keys.Select(key => Jwk(key.Key, key.Value))]) });
    }

    private static Task WriteAsync(HttpContext context, JsonObject document)
    {
        context.Response.ContentType = "application/json";
        return context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(document.ToJsonString())).AsTask();
    }

    private static JsonObject Jwk(string keyId, PublishedKey key)
    {
        var parameters = key.Rsa.ExportParameters(includePrivateParameters: false);
        var jwk = new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = keyId,
            ["n"] = Base64UrlEncoder.Encode(parameters.Modulus),
            ["e"] = Base64UrlEncoder.Encode(parameters.Exponent),
        };
        if (key.Channels.Count > 0)
        {
            jwk["endorsements"] = new JsonArray([.. key.Channels.Select(channel => (JsonNode)channel)]);
        }

        return jwk;
    }

    private sealed record PublishedKey(RSA Rsa, IReadOnlyList<string> Channels);
}
