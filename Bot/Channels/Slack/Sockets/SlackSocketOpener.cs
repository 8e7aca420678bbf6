using System.Net.WebSockets;
using System.Text.Json;
using ResetBot.Bot.Channels.Slack.Inbound;
using ResetBot.Bot.Channels.Slack.Outbound;
using ResetBot.Bot.Channels.Wire;

namespace ResetBot.Bot.Channels.Slack.Sockets;

/// <summary>Asks Slack for a connection, and opens it. https://docs.slack.dev/reference/methods/apps.connections.open</summary>
internal sealed class SlackSocketOpener(
    SlackApi api, SlackReception reception, SlackOptions options, TimeProvider time, ILogger<SlackSocket> logger)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    // A far end that is gone without a word is noticed within 30 seconds, as Slack's own clients do.
    private static readonly TimeSpan PingEvery = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan PongWithin = TimeSpan.FromSeconds(20);

    /// <summary>A connection on which Slack has said hello.</summary>
    /// <exception cref="SlackUnavailableException">There is none now, and why.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<SlackSocket> OpenAsync(CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            return await GreetedAsync(await ConnectAsync(await AddressAsync(either.Token), either.Token), either.Token);
        }
        catch (Exception lost) when (lost is WebSocketException || SlackUnavailableException.IsLost(lost, cancellation))
        {
            throw new SlackUnavailableException($"it cannot be reached ({Why(lost)})", lost);
        }
    }

    // In a word, which holds no address.
    private static string Why(Exception lost) => lost switch
    {
        OperationCanceledException => $"no answer in {Limit.TotalSeconds:0} s",
        HttpRequestException request => request.HttpRequestError.ToString(),
        { InnerException: { } cause } => Why(cause),
        _ => lost.GetType().Name,
    };

    // The address is a ticket: whoever has it may connect once. It is never logged.
    private async Task<Uri> AddressAsync(CancellationToken cancellation)
    {
        var answer = await api.AskAsync("apps.connections.open", options.AppToken, [], cancellation);
        JsonElement? body = answer.IsRight ? answer.Body : null;
        if (body.Text("url"u8) is not { } url)
        {
            throw new SlackUnavailableException(answer.IsRight ? SlackAnswer.Unreadable : answer.Error) { RetryAfter = answer.RetryAfter };
        }

        return Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeWss || (address.Scheme == Uri.UriSchemeWs && address.IsLoopback))
            ? address
            : throw new SlackUnavailableException("the address that it gave is not a wss address");
    }

    private async Task<ClientWebSocket> ConnectAsync(Uri address, CancellationToken cancellation)
    {
        var client = new ClientWebSocket();
        client.Options.KeepAliveInterval = PingEvery;
        client.Options.KeepAliveTimeout = PongWithin;
        try
        {
            await client.ConnectAsync(address, api.Way, cancellation);
            return client;
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    private async Task<SlackSocket> GreetedAsync(ClientWebSocket client, CancellationToken cancellation)
    {
        var socket = new SlackSocket(client, reception, options.MaxBodyBytes, logger);
        try
        {
            return await socket.Greeted.WaitAsync(cancellation)
                ? socket
                : throw new SlackUnavailableException($"it took the connection back at once ({await socket.Leaving.WaitAsync(cancellation)})");
        }
        catch
        {
            await socket.DisposeAsync();
            throw;
        }
    }
}
