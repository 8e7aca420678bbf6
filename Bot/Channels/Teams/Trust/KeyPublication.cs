using System.Text.Json;
using Microsoft.Extensions.Options;
using ResetBot.Bot.Demo;

namespace ResetBot.Bot.Channels.Teams.Trust;

/// <summary>Fetches what the channel publishes: the metadata document, and the key set that it names.</summary>
internal sealed class KeyPublication(IHttpClientFactory clients, IOptions<TeamsOptions> options)
{
    public const string Client = "TeamsSigningKeys";

    /// <exception cref="HttpRequestException">It cannot be reached, or answers something else than 200.</exception>
    /// <exception cref="JsonException">It answers something that is no key set.</exception>
    /// <exception cref="TaskCanceledException">It takes too long.</exception>
    public async Task<Dictionary<string, SigningKey>> FetchAsync(CancellationToken cancellation)
    {
        using var metadata = await FetchAsync(MetadataAddress(), cancellation);
        var address = KeySetAddress(metadata.RootElement);
        using var keySet = await FetchAsync(address, cancellation);
        var keys = KeySet.Read(keySet.RootElement);
        return keys.Count > 0 ? keys : throw new JsonException("The key set has no usable key.");
    }

    private async Task<JsonDocument> FetchAsync(Uri address, CancellationToken cancellation)
    {
        if (address.Scheme != Uri.UriSchemeHttps && !LoopbackOnly.IsLoopbackUrl(address))
        {
            throw new HttpRequestException($"Signing keys are fetched over https only, not from {address}.");
        }

        using var client = clients.CreateClient(Client);
        using var answer = await client.GetAsync(address, cancellation);
        if (answer.StatusCode != System.Net.HttpStatusCode.OK)
        {
            throw new HttpRequestException($"{address} answered {(int)answer.StatusCode}.");
        }

        return JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(cancellation));
    }

    private Uri MetadataAddress()
    {
        var configured = options.Value.MetadataAddress;
        return new Uri(configured.Length > 0 ? configured : CloudAddresses.Of(options.Value.Cloud).Metadata);
    }

    private static Uri KeySetAddress(JsonElement metadata)
    {
        if (metadata.ValueKind == JsonValueKind.Object
            && metadata.TryGetProperty("jwks_uri", out var address)
            && address.ValueKind == JsonValueKind.String
            && Uri.TryCreate(address.GetString(), UriKind.Absolute, out var uri))
        {
            return uri;
        }

        throw new JsonException("The metadata document has no 'jwks_uri'.");
    }
}
