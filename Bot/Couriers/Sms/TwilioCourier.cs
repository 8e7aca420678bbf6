using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using ResetBot.Bot.Outbox;

namespace ResetBot.Bot.Couriers.Sms;

/// <summary>
/// Carries text messages to Twilio (Programmable Messaging, API 2010-04-01). It knows no key by which a repeated request is dropped: a message whose
/// answer was lost can arrive twice.
/// </summary>
internal sealed class TwilioCourier(IHttpClientFactory clients, IOptions<SmsOptions> options, TimeProvider time, ILogger<TwilioCourier> logger)
    : GatewayCourier(CourierWays.Text, clients, options, time, logger)
{
    private TwilioOptions Account => Options.Twilio;

    protected override HttpRequestMessage Request(CourierMessage message)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Account.Url, $"/2010-04-01/Accounts/{Account.AccountSid}/Messages.json"))
        {
            Content = new FormUrlEncodedContent(
            [
                new("To", message.To),
                new(Account.From.StartsWith("MG", StringComparison.Ordinal) ? "MessagingServiceSid" : "From", Account.From),
                new("Body", message.Text),
            ]),
        };
        var user = Account.ApiKey.Length > 0 ? Account.ApiKey : Account.AccountSid;
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{Account.Secret}")));
        return request;
    }

    // The message beside the code repeats the number, which stands in no log.
    protected override async Task<Delivery> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        var code = response.IsSuccessStatusCode ? "" : Code(await BodyAsync(response, cancellation));
        return Judge(response.StatusCode, response.Headers.RetryAfter, code);
    }

    private static string Code(byte[] body)
    {
        try
        {
            using var answer = JsonDocument.Parse(body);
            return answer.RootElement.ValueKind == JsonValueKind.Object && answer.RootElement.TryGetProperty("code", out var code) && code.TryGetInt32(out var number)
                ? $" (Twilio {number})"
                : "";
        }
        catch (JsonException)
        {
            return "";
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }
}
