using System.Net;
using System.Net.Http.Headers;
using ResetBot.Bot.Outbox;

namespace ResetBot.Bot.Couriers;

/// <summary>Carries messages to a far end by one HTTP request for each; what the request is and what its answer means depends on the far end.</summary>
internal abstract partial class HttpCourier(string via, IHttpClientFactory clients, string client, TimeProvider time, ILogger logger) : ICourier
{
    // Any answer that says something is shorter.
    private const int LongestAnswer = 64 * 1024;

    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    public string Via => via;

    /// <summary>Adds the client of a courier: it goes where it was sent and nowhere else, and the courier keeps the time.</summary>
    public static void AddClient(IServiceCollection services, string name) =>
        services.AddHttpClient(name, client => client.Timeout = System.Threading.Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    /// <summary>How long one message may take.</summary>
    protected abstract TimeSpan Timeout { get; }

    /// <summary>What a message is called in the log.</summary>
    protected abstract string What { get; }

    protected DateTimeOffset Now => time.GetUtcNow();

    public async Task<Delivery> SendAsync(CourierMessage message, CancellationToken cancellation)
    {
        using var deadline = new CancellationTokenSource(Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellation);
        try
        {
            using var request = await RequestAsync(message, either.Token);
            if (request is null)
            {
                return Told(message, new Delivery.Retry(null, "The gateway could not be asked."));
            }

            using var http = clients.CreateClient(client);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return Told(message, await ReadAsync(response, either.Token));
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

    /// <summary>The request that carries a message; null when it cannot be made now.</summary>
    protected abstract Task<HttpRequestMessage?> RequestAsync(CourierMessage message, CancellationToken cancellation);

    /// <summary>Enough of a destination to tell it apart in a log.</summary>
    protected abstract string Masked(string to);

    /// <summary>What an answer means; what its status says, where a gateway says nothing else.</summary>
    protected virtual Task<Delivery> ReadAsync(HttpResponseMessage response, CancellationToken cancellation) =>
        Task.FromResult(Judge(response.StatusCode, response.Headers.RetryAfter, ""));

    /// <param name="status">What was answered, for the message.</param>
    /// <param name="retryAfter">RFC 9110 §10.2.3; null when there is none.</param>
    /// <param name="more">What else the gateway says, without what was sent; empty when it says nothing.</param>
    protected Delivery Judge(HttpStatusCode status, RetryConditionHeaderValue? retryAfter, string more)
    {
        var why = $"The gateway answered {(int)status}{more}.";
        if ((int)status is >= 200 and < 300)
        {
            return new Delivery.Delivered(null);
        }

        return status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests || (int)status is < 400 or >= 500
            ? new Delivery.Retry(Wait(retryAfter), why)
            : new Delivery.Refused(why);
    }

    /// <summary>The start of an answer's body.</summary>
    protected static async Task<byte[]> BodyAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellation);
        var body = new byte[LongestAnswer];
        var length = await stream.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, cancellation);
        return body[..length];
    }

    private TimeSpan? Wait(RetryConditionHeaderValue? header)
    {
        var wait = header?.Delta ?? header?.Date - Now;
        return wait is null ? null : TimeSpan.FromTicks(Math.Clamp(wait.Value.Ticks, 0, LongestWait.Ticks));
    }

    private Delivery Told(CourierMessage message, Delivery delivery)
    {
        var to = Masked(message.To);
        switch (delivery)
        {
            case Delivery.Retry retry:
                TextDeferred(logger, What, message.Id, to, retry.Why);
                break;
            case Delivery.Refused refused:
                TextRefused(logger, What, message.Id, to, refused.Why);
                break;
            default:
                TextDelivered(logger, What, message.Id, to);
                break;
        }

        return delivery;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{What} {Id} to {To} was taken by the gateway")]
    private static partial void TextDelivered(ILogger logger, string what, string id, string to);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{What} {Id} to {To} is tried again later: {Why}")]
    private static partial void TextDeferred(ILogger logger, string what, string id, string to, string why);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{What} {Id} to {To} was refused for good: {Why}")]
    private static partial void TextRefused(ILogger logger, string what, string id, string to, string why);
}
