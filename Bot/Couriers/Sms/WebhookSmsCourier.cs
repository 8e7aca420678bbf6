using System.Net;
using System.Net.Http.Headers;
using System.Net.Mime;
using System.Text.Json;
using Microsoft.Extensions.Options;
using ResetBot.Bot.Outbox;
using ResetBot.Recovery.Methods;

namespace ResetBot.Bot.Couriers.Sms;

/// <summary>Carries text messages, or calls, to a gateway of the company's choice, by a signed POST.</summary>
internal sealed partial class WebhookSmsCourier(
    string via, IHttpClientFactory clients, IOptions<SmsOptions> options, TimeProvider time, ILogger<WebhookSmsCourier> logger) : ICourier
{
    public const string ClientName = "sms";

    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    public string Via => via;

    private bool IsCall => via == CourierWays.Call;

    public async Task<Delivery> SendAsync(CourierMessage message, CancellationToken cancellation)
    {
        using var deadline = new CancellationTokenSource(options.Value.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellation);
        try
        {
            using var request = Request(message);
            using var client = clients.CreateClient(ClientName);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return Told(message, Read(response));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Told(message, new Delivery.Retry(null, "The gateway did not answer in time."));
        }
        catch (HttpRequestException failure)
        {
            return Told(message, new Delivery.Retry(null, $"The gateway could not be reached: {failure.HttpRequestError}."));
        }
    }

    private HttpRequestMessage Request(CourierMessage message)
    {
        var (to, extension) = (PhoneNumber.WithoutExtension(message.To), PhoneNumber.Extension(message.To));
        var asked = new SmsRequest(to, message.Text, message.Id, IsCall ? "call" : "text", message.Language, extension);
        var body = JsonSerializer.SerializeToUtf8Bytes(asked, JsonSerializerOptions.Web);
        string[] secrets = [options.Value.Secret, .. options.Value.PreviousSecret.Length > 0 ? [options.Value.PreviousSecret] : (string[])[]];
        var request = new HttpRequestMessage(HttpMethod.Post, IsCall ? options.Value.VoiceUrl : options.Value.Url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(MediaTypeNames.Application.Json, "utf-8");
        request.Headers.Add(RequestSignature.Header, RequestSignature.Of(body, time.GetUtcNow(), secrets));
        return request;
    }

    private Delivery Read(HttpResponseMessage response)
    {
        var why = $"The gateway answered {(int)response.StatusCode}.";
        if (response.IsSuccessStatusCode)
        {
            return new Delivery.Delivered(null);
        }

        return response.StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests || (int)response.StatusCode is < 400 or >= 500
            ? new Delivery.Retry(Wait(response.Headers.RetryAfter), why)
            : new Delivery.Refused(why);
    }

    /// <summary>RFC 9110 §10.2.3: seconds, or a date.</summary>
    private TimeSpan? Wait(RetryConditionHeaderValue? header)
    {
        var wait = header?.Delta ?? header?.Date - time.GetUtcNow();
        return wait is null ? null : TimeSpan.FromTicks(Math.Clamp(wait.Value.Ticks, 0, LongestWait.Ticks));
    }

    private Delivery Told(CourierMessage message, Delivery delivery)
    {
        var what = IsCall ? "Call" : "Text message";
        var to = message.To.Length > 4 ? $"***{message.To[^2..]}" : "***";
        switch (delivery)
        {
            case Delivery.Retry retry:
                TextDeferred(what, message.Id, to, retry.Why);
                break;
            case Delivery.Refused refused:
                TextRefused(what, message.Id, to, refused.Why);
                break;
            default:
                TextDelivered(what, message.Id, to);
                break;
        }

        return delivery;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{What} {Id} to {To} was taken by the gateway")]
    private partial void TextDelivered(string what, string id, string to);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{What} {Id} to {To} is tried again later: {Why}")]
    private partial void TextDeferred(string what, string id, string to, string why);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{What} {Id} to {To} was refused for good: {Why}")]
    private partial void TextRefused(string what, string id, string to, string why);
}
