using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ResetBot.Bot.Channels.Wire;

namespace ResetBot.Bot.Channels.Slack.Outbound;

/// <summary>One call of the Web API: token, time limit, <c>ok</c> or not. Knows nothing of messages. https://docs.slack.dev/apis/web-api</summary>
internal sealed partial class SlackApi(IHttpMessageHandlerFactory handlers, SlackOptions options, TimeProvider time, ILogger<SlackApi> logger)
{
    public const string Client = "Slack";

    private const int LongestAnswer = 1024 * 1024;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LimitOfResponses = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan LimitOfUploads = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");
    private static readonly MediaTypeHeaderValue Bytes = new("application/octet-stream");

    // Methods are few, and an address takes longer to put together than to find.
    private readonly ConcurrentDictionary<string, Uri> _methods = new();

    // Made once: its handler renews its connections itself.
    private readonly Lazy<HttpMessageInvoker> _way = new(() => new HttpMessageInvoker(handlers.CreateHandler(Client), disposeHandler: false));

    /// <summary>By what everything reaches Slack, through the proxy that the environment names.</summary>
    public HttpMessageInvoker Way => _way.Value;

    /// <summary>Calls a method that writes, with JSON.</summary>
    /// <exception cref="HttpRequestException">Slack cannot be reached.</exception>
    /// <exception cref="OperationCanceledException">It takes longer than 10 seconds, or the caller gave up.</exception>
    public Task<SlackAnswer> WriteAsync(string method, string token, ReadOnlyMemory<byte> body, CancellationToken cancellation) =>
        CallAsync(method, Bearer(token), Of(body), cancellation);

    /// <summary>Calls a method that takes a form, as those that read do.</summary>
    /// <inheritdoc cref="WriteAsync"/>
    public Task<SlackAnswer> AskAsync(string method, string token, IEnumerable<KeyValuePair<string, string>> form, CancellationToken cancellation) =>
        CallAsync(method, Bearer(token), new FormUrlEncodedContent(form), cancellation);

    /// <summary>Calls a method as the app itself, by its client id and secret. RFC 6749 §2.3.1.</summary>
    /// <inheritdoc cref="WriteAsync"/>
    public Task<SlackAnswer> AuthorizeAsync(string method, IEnumerable<KeyValuePair<string, string>> form, CancellationToken cancellation)
    {
        var client = $"{Uri.EscapeDataString(options.ClientId)}:{Uri.EscapeDataString(options.ClientSecret)}";
        var basic = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes(client)));
        return CallAsync(method, basic, new FormUrlEncodedContent(form), cancellation);
    }

    /// <summary>Calls a method as the app itself, by its client id and secret in the form: where Slack says nothing of HTTP Basic.</summary>
    /// <inheritdoc cref="WriteAsync"/>
    public Task<SlackAnswer> AuthorizeInFormAsync(string method, IEnumerable<KeyValuePair<string, string>> form, CancellationToken cancellation) => CallAsync(
        method, null, new FormUrlEncodedContent([new("client_id", options.ClientId), new("client_secret", options.ClientSecret), .. form]), cancellation);

    /// <summary>Sends what Slack takes at an address that came with a tap; false when it is not Slack's, or Slack does not take it. Needs no token.</summary>
    /// <exception cref="HttpRequestException">Slack cannot be reached there.</exception>
    /// <exception cref="OperationCanceledException">It takes longer than 1.5 seconds, or the caller gave up.</exception>
    public async Task<bool> RespondAsync(string address, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        if (SlackResponseUrl.Of(address, options.ApiUrl) is not { } url)
        {
            return false;
        }

        try
        {
            return await PostAsync(url, Of(body), null, LimitOfResponses, IsTakenAsync, cancellation);
        }
        catch (Exception lost) when (SlackUnavailableException.IsLost(lost, cancellation))
        {
            LogNotReached(logger, url.Host, lost.Message);
            throw;
        }
    }

    /// <summary>Sends the content of a file to the address that Slack gave for it; null when Slack has it, else why not. Needs no token.</summary>
    /// <exception cref="HttpRequestException">Slack cannot be reached there.</exception>
    /// <exception cref="OperationCanceledException">It takes longer than a minute, or the caller gave up.</exception>
    public async Task<SlackAnswer?> UploadAsync(string address, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        // https://docs.slack.dev/messaging/working-with-files#uploading_files
        if (SlackSite.Beside(address, options.ApiUrl, "files", "/upload/") is not { } url)
        {
            LogElsewhere(logger);
            return new SlackAnswer("upload_elsewhere", default, null);
        }

        return await PostAsync(url, Of(content, Bytes), null, LimitOfUploads, (response, _) => Task.FromResult(FaultOf(response)), cancellation);
    }

    private static ReadOnlyMemoryContent Of(ReadOnlyMemory<byte> body, MediaTypeHeaderValue? type = null)
    {
        var content = new ReadOnlyMemoryContent(body);
        content.Headers.ContentType = type ?? Json;
        return content;
    }

    private Uri AddressOf(string method) => _methods.GetOrAdd(method, static (name, api) => new Uri(api, name), options.ApiUrl);

    private static AuthenticationHeaderValue Bearer(string token) => new("Bearer", token);

    private async Task<SlackAnswer> CallAsync(string method, AuthenticationHeaderValue? caller, HttpContent content, CancellationToken cancellation)
    {
        var answer = await PostAsync(AddressOf(method), content, caller, Limit, ReadAsync, cancellation);

        // That tokens do not expire is how the app is set, and no fault.
        if (!answer.IsRight && answer.Error != SlackAnswer.NotRotated)
        {
            Told(method, answer);
        }

        return answer;
    }

    private async Task<T> PostAsync<T>(
        Uri address,
        HttpContent content,
        AuthenticationHeaderValue? caller,
        TimeSpan within,
        Func<HttpResponseMessage, CancellationToken, Task<T>> read,
        CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(within, time);
        await using var givingUp = cancellation.UnsafeRegister(static limit => ((CancellationTokenSource)limit!).Cancel(), limit);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        request.Headers.Authorization = caller;
        using var response = await _way.Value.SendAsync(request, limit.Token);
        return await read(response, limit.Token);
    }

    // What is not taken any more may be said by the status, or in a body; what is taken is answered by a word that is no JSON.
    private async Task<bool> IsTakenAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        var answer = await ReadAsync(response, cancellation);
        if (response.IsSuccessStatusCode && answer is { IsRight: true } or { Error: SlackAnswer.Unreadable })
        {
            return true;
        }

        LogNotTaken(logger, response.RequestMessage!.RequestUri!.Host, (int)response.StatusCode, answer.Error);
        return false;
    }

    private SlackAnswer? FaultOf(HttpResponseMessage response) => response.StatusCode switch
    {
        _ when response.IsSuccessStatusCode => null,
        HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError =>
            new SlackAnswer(SlackAnswer.Unreadable, default, RetryAfterOf(response)),
        var status => new SlackAnswer($"upload_refused_{(int)status}", default, null),
    };

    private async Task<SlackAnswer> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        if (response.StatusCode == HttpStatusCode.TooManyRequests)
        {
            return new SlackAnswer(SlackAnswer.RateLimited, default, RetryAfterOf(response));
        }

        try
        {
            var body = JsonElement.Parse(await AnswerBody.ReadAsync(response.Content, LongestAnswer, cancellation));
            var isRight = ((JsonElement?)body).IsTrue("ok"u8);
            var error = WireText.Name(body.Text("error"u8), most: 80);
            return new SlackAnswer(isRight ? "" : error.Length > 0 ? error : SlackAnswer.Unreadable, body, RetryAfterOf(response));
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return new SlackAnswer(SlackAnswer.Unreadable, default, RetryAfterOf(response));
        }
    }

    private TimeSpan? RetryAfterOf(HttpResponseMessage answer)
    {
        var header = answer.Headers.RetryAfter;
        return (header?.Delta ?? header?.Date - time.GetUtcNow()) is { } wait ? TimeSpan.FromTicks(Math.Clamp(wait.Ticks, 0, LongestWait.Ticks)) : null;
    }

    private void Told(string method, SlackAnswer answer)
    {
        if (answer.IsLocked)
        {
            var body = answer.Body.ValueKind == JsonValueKind.Object ? answer.Body : (JsonElement?)null;
            LogLocked(logger, method, answer.Error, WireText.Name(body.Text("needed"u8), most: 200));
            return;
        }

        if (answer.RetryAfter is { } wait)
        {
            LogLimited(logger, method, wait.TotalSeconds.ToString("0", CultureInfo.InvariantCulture));
            return;
        }

        LogRefused(logger, method, answer.Error);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Slack does not let the app call {Method}: {Error} {Needed}")]
    private static partial void LogLocked(ILogger logger, string method, string error, string needed);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack takes no more {Method} for {Seconds} s")]
    private static partial void LogLimited(ILogger logger, string method, string seconds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Host} cannot be reached ({Why}): tapped cards are replaced by chat.update, of which Slack takes few a minute. Let the service reach it")]
    private static partial void LogNotReached(ILogger logger, string host, string why);

    [LoggerMessage(Level = LogLevel.Information, Message = "What replaces a tapped card was not taken at {Host} ({Status} {Error}), and goes by chat.update")]
    private static partial void LogNotTaken(ILogger logger, string host, int status, string error);

    [LoggerMessage(Level = LogLevel.Error, Message = "Slack named an address for a file that is not beside Slack:ApiUrl: nothing was sent there")]
    private static partial void LogElsewhere(ILogger logger);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack answered {Method} with {Error}")]
    private static partial void LogRefused(ILogger logger, string method, string error);
}
