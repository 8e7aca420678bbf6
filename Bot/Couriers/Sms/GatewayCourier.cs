using Microsoft.Extensions.Options;

namespace ResetBot.Bot.Couriers.Sms;

/// <summary>Carries text messages, or calls, to a gateway.</summary>
internal abstract class GatewayCourier(string via, IHttpClientFactory clients, IOptions<SmsOptions> options, TimeProvider time, ILogger logger)
    : HttpCourier(via, clients, ClientName, time, logger)
{
    public const string ClientName = "sms";

    protected bool IsCall => Via == CourierWays.Call;

    protected SmsOptions Options => options.Value;

    protected override TimeSpan Timeout => Options.Timeout;

    protected override string What => IsCall ? "Call" : "Text message";

    protected abstract HttpRequestMessage Request(CourierMessage message);

    protected override Task<HttpRequestMessage?> RequestAsync(CourierMessage message, CancellationToken cancellation) =>
        Task.FromResult<HttpRequestMessage?>(Request(message));

    protected override string Masked(string to) => to.Length > 4 ? $"***{to[^2..]}" : "***";
}
