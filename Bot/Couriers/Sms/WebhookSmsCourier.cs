using System.Net.Http.Headers;
using System.Net.Mime;
using System.Text.Json;
using Microsoft.Extensions.Options;
using ResetBot.Recovery.Methods;

namespace ResetBot.Bot.Couriers.Sms;

/// <summary>Carries text messages, or calls, to a gateway of the company's choice, by a signed POST.</summary>
internal sealed class WebhookSmsCourier(
    string via, IHttpClientFactory clients, IOptions<SmsOptions> options, TimeProvider time, ILogger<WebhookSmsCourier> logger)
    : GatewayCourier(via, clients, options, time, logger)
{
    protected override HttpRequestMessage Request(CourierMessage message)
    {
        var (to, extension) = (PhoneNumber.WithoutExtension(message.To), PhoneNumber.Extension(message.To));
        var asked = new SmsRequest(to, message.Text, message.Id, IsCall ? "call" : "text", message.Language, extension);
        var body = JsonSerializer.SerializeToUtf8Bytes(asked, JsonSerializerOptions.Web);
        string[] secrets = [Options.Secret, .. Options.PreviousSecret.Length > 0 ? [Options.PreviousSecret] : (string[])[]];
        var request = new HttpRequestMessage(HttpMethod.Post, IsCall ? Options.VoiceUrl : Options.Url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(MediaTypeNames.Application.Json, "utf-8");
        request.Headers.Add(RequestSignature.Header, RequestSignature.Of(body, Now, secrets));
        return request;
    }
}
