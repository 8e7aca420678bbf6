using System.Net.Http.Headers;
using ResetBot.Bot.Channels.Wire;

namespace ResetBot.Bot.Channels.Teams.Outbound;

/// <summary>One HTTP call to a connector: token, time limit, error code, correlation id. Knows nothing of messages.</summary>
internal sealed partial class ConnectorCalls(
    IHttpMessageHandlerFactory handlers, IConnectorTokens tokens, TimeProvider time, ILogger<ConnectorCalls> logger)
{
    public const string Client = "TeamsConnector";

    private const int LongestAnswer = 256 * 1024;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);
    private const string Json = "application/json; charset=utf-8";

    // What stands in a path is escaped already, and each call has one of its own: there is nothing to make canonical.
    private static readonly UriCreationOptions AsItIs = new() { DangerousDisablePathAndQueryCanonicalization = true };
    private static readonly string[] CorrelationHeaders = ["X-Correlating-OperationId", "MS-CV"];

    // Made once: its handler renews its connections itself.
    private readonly Lazy<HttpMessageInvoker> _client = new(() => new HttpMessageInvoker(handlers.CreateHandler(Client), disposeHandler: false));

    /// <exception cref="HttpRequestException">The connector cannot be reached.</exception>
    /// <exception cref="OperationCanceledException">It takes longer than 10 seconds, or the caller gave up.</exception>
    /// <exception cref="Azure.Identity.AuthenticationFailedException">No token can be had.</exception>
    public async Task<ConnectorAnswer> CallAsync(
        Destination destination, HttpMethod method, string path, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(Limit, time);
        await using var givingUp = cancellation.UnsafeRegister(static limit => ((CancellationTokenSource)limit!).Cancel(), limit);
        using var request = await RequestAsync(destination, method, path, body, limit.Token);
        using var answer = await _client.Value.SendAsync(request, limit.Token);

        var status = answer.StatusCode;
        if (logger.IsEnabled(LogLevel.Debug))
        {
            ConnectorAnswered(method.Method, (int)status, CorrelationOf(answer));
        }

        var content = await ReadAsync(answer.Content, limit.Token);
        return answer.IsSuccessStatusCode
            ? new ConnectorAnswer(status, "", content, null)
            : new ConnectorAnswer(status, ConnectorFault.CodeOf(content), default, RetryAfterOf(answer));
    }

    private async Task<HttpRequestMessage> RequestAsync(
        Destination destination, HttpMethod method, string path, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        var (connector, token) = destination switch
        {
            Destination.Trusted trusted => (trusted.Connector, await tokens.GetAsync(cancellation)),
            Destination.Local local => (local.Connector, null),
            _ => throw new InvalidOperationException("A refused destination is not called."),
        };
        var request = new HttpRequestMessage(method, new Uri(connector.AbsoluteUri + path, AsItIs)) { Content = new ReadOnlyMemoryContent(body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", Json);
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return request;
    }

    // The status has already said what happened: an answer that breaks off, or never ends, must not turn a success into a second sending.
    private static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContent content, CancellationToken cancellation)
    {
        try
        {
            return await AnswerBody.ReadAsync(content, LongestAnswer, cancellation);
        }
        catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException)
        {
            return default;
        }
    }

    // RFC 9110 §10.2.3: seconds, or a date.
    private TimeSpan? RetryAfterOf(HttpResponseMessage answer)
    {
        var header = answer.Headers.RetryAfter;
        if ((header?.Delta ?? header?.Date - time.GetUtcNow()) is not { } wait)
        {
            return null;
        }

        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait > LongestWait ? LongestWait : wait;
    }

    private static string CorrelationOf(HttpResponseMessage answer) =>
        string.Join(' ', CorrelationHeaders
            .Where(name => answer.Headers.TryGetValues(name, out _))
            .Select(name => $"{name}={WireText.Name(string.Join(',', answer.Headers.GetValues(name)), most: 100)}"));

    [LoggerMessage(LogLevel.Debug, "The Teams connector answered {Method} with {Status} ({Correlation})")]
    private partial void ConnectorAnswered(string method, int status, string correlation);
}
