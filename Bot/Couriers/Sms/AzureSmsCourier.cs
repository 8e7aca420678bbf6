using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Mime;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;
using ResetBot.Bot.Outbox;

namespace ResetBot.Bot.Couriers.Sms;

/// <summary>Carries text messages to Azure Communication Services (API 2021-03-07), which drops a message that it had before.</summary>
internal sealed class AzureSmsCourier(IHttpClientFactory clients, IOptions<SmsOptions> options, TimeProvider time, ILogger<AzureSmsCourier> logger)
    : GatewayCourier(CourierWays.Text, clients, options, time, logger)
{
    protected override HttpRequestMessage Request(CourierMessage message)
    {
        var recipient = new Recipient(message.To, Repeated(message.Id), Now.UtcDateTime.ToString("R", CultureInfo.InvariantCulture));
        var body = JsonSerializer.SerializeToUtf8Bytes(new Asked(Options.Azure.From, [recipient], message.Text), JsonSerializerOptions.Web);
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Options.Azure.Endpoint!, "/sms?api-version=2021-03-07")) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(MediaTypeNames.Application.Json);
        AzureSignature.Sign(request, body, Options.Azure.AccessKey, Now);
        return request;
    }

    // 202 says only that the request could be read: each message has a status of its own.
    protected override async Task<Delivery> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        if (!response.IsSuccessStatusCode)
        {
            return Judge(response.StatusCode, response.Headers.RetryAfter, "");
        }

        return One(await BodyAsync(response, cancellation)) switch
        {
            { Successful: true } => new Delivery.Delivered(null),
            { HttpStatusCode: >= 300 and var status } => Judge((HttpStatusCode)status, response.Headers.RetryAfter, " for the message"),
            _ => new Delivery.Retry(null, "The gateway did not say what became of the message."),
        };
    }

    private static Sent? One(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize<Answer>(body, JsonSerializerOptions.Web)?.Value is [var sent, ..] ? sent : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // The same at every attempt.
    private static string Repeated(string id) => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(id)).AsSpan(0, 16)).ToString("D");

    private sealed record Asked(string From, IReadOnlyList<Recipient> SmsRecipients, string Message);

    private sealed record Recipient(string To, string RepeatabilityRequestId, string RepeatabilityFirstSent);

    private sealed record Answer([property: JsonPropertyName("value")] IReadOnlyList<Sent>? Value);

    private sealed record Sent(bool Successful, int HttpStatusCode);
}
