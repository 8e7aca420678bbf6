using System.Buffers;
using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;
using ResetBot.Bot.Channels.Slack.Inbound;
using ResetBot.Bot.Turns;
using ResetBot.Recovery.Accounts;
using ResetBot.Storage;

namespace ResetBot.Bot.Channels.Slack.Sockets;

/// <summary>
/// One connection in Socket Mode: what comes is done at once, beside what came before it, and acknowledged when it is saved. What is not acknowledged
/// Slack sends again, over this connection or another.
/// </summary>
internal sealed partial class SlackSocket : IAsyncDisposable
{
    private const int Piece = 4096;

    // As long as Slack waits for what it sent.
    private static readonly TimeSpan TimeToFinish = TimeSpan.FromSeconds(3);

    private readonly WebSocket _socket;
    private readonly SlackReception _reception;
    private readonly int _mostBytes;
    private readonly ILogger _logger;
    private readonly SemaphoreSlim _sending = new(1);
    private readonly ConcurrentDictionary<Task, byte> _underWay = new();
    private readonly TaskCompletionSource<bool> _greeted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<string> _leaving = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _closing;

    /// <param name="socket">Open; it is this one's from now on.</param>
    /// <param name="reception">Does what comes.</param>
    /// <param name="mostBytes">Longest message, in bytes; a longer one is passed over.</param>
    /// <param name="logger">Is told what cannot be done.</param>
    public SlackSocket(WebSocket socket, SlackReception reception, int mostBytes, ILogger logger)
    {
        (_socket, _reception, _mostBytes, _logger) = (socket, reception, mostBytes, logger);
        Ended = ListenAsync();
    }

    /// <summary>Whether Slack said hello; false when it said goodbye, or nothing, instead.</summary>
    public Task<bool> Greeted => _greeted.Task;

    /// <summary>Done when another connection has to take the place of this one, which may still bring something: Slack's word for why.</summary>
    public Task<string> Leaving => _leaving.Task;

    /// <summary>Done when nothing more comes.</summary>
    public Task Ended { get; }

    /// <summary>Finishes and acknowledges what is under way, takes nothing more, and closes.</summary>
    public async ValueTask DisposeAsync()
    {
        _closing = true;
        using var limit = new CancellationTokenSource(TimeToFinish);
        try
        {
            await Task.WhenAll(_underWay.Keys).WaitAsync(limit.Token);
            await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, limit.Token);
            await Ended.WaitAsync(limit.Token);
        }
        catch (Exception gone) when (gone is OperationCanceledException || IsLost(gone))
        {
            // It takes too long, or is gone already: what is not acknowledged comes again.
        }

        _socket.Abort();
        await Ended;
        _socket.Dispose();
        _sending.Dispose();
    }

    private async Task ListenAsync()
    {
        var why = "closed";
        try
        {
            while (await ReceiveAsync() is { } message)
            {
                Take(message);
            }
        }
        catch (Exception lost) when (lost is OperationCanceledException || IsLost(lost))
        {
            why = "lost";
        }
        catch (Exception fault)
        {
            why = "failed";
            LogFailed(_logger, fault);
        }

        _greeted.TrySetResult(false);
        _leaving.TrySetResult(why);
    }

    // Null when the far end closed.
    private async Task<ReadOnlyMemory<byte>?> ReceiveAsync()
    {
        var message = new ArrayBufferWriter<byte>(Piece);
        var isTooLong = false;
        while (true)
        {
            var piece = await _socket.ReceiveAsync(message.GetMemory(Piece), CancellationToken.None);
            if (piece.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            isTooLong |= message.WrittenCount + piece.Count > _mostBytes;
            message.Advance(isTooLong ? 0 : piece.Count);
            if (piece.EndOfMessage)
            {
                if (!isTooLong)
                {
                    return message.WrittenMemory;
                }

                LogUnread(_logger, $"It has more than {_mostBytes} bytes.");
                message.ResetWrittenCount();
                isTooLong = false;
            }
        }
    }

    private void Take(ReadOnlyMemory<byte> message)
    {
        switch (SlackEnvelope.Read(message))
        {
            case SlackEnvelope.Hello:
                _greeted.TrySetResult(true);
                break;
            case SlackEnvelope.Leaving leaving:
                _leaving.TrySetResult(leaving.Reason);
                _greeted.TrySetResult(false);
                break;
            case SlackEnvelope.Other other:
                LogUnread(_logger, other.Why);
                break;
            case SlackEnvelope.Request request when !_closing:
                var doing = DoAsync(request);
                _underWay.TryAdd(doing, 0);
                doing.ContinueWith(done => _underWay.TryRemove(done, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
                break;
            default:
                break;
        }
    }

    private async Task DoAsync(SlackEnvelope.Request request)
    {
        SlackReceipt receipt;
        try
        {
            receipt = await _reception.TakeAsync(request.Content, CancellationToken.None);
        }
        catch (Exception late) when (late is ServiceBusyException or SlackUnavailableException or DirectoryUnavailableException or StorageBusyException
            or OperationCanceledException or ObjectDisposedException)
        {
            LogLater(_logger, late);
            return;
        }
        catch (Exception fault)
        {
            LogFailed(_logger, fault);
            return;
        }

        if (receipt is SlackReceipt.Malformed malformed)
        {
            LogUnread(_logger, malformed.Why);
        }

        try
        {
            await AcknowledgeAsync(request, receipt);
        }
        catch (Exception lost) when (lost is OperationCanceledException || IsLost(lost))
        {
            LogUnacknowledged(_logger);
        }
    }

    private async Task AcknowledgeAsync(SlackEnvelope.Request request, SlackReceipt receipt)
    {
        var answer = receipt is SlackReceipt.Answered answered && request.TakesAnswer
            ? JsonSerializer.SerializeToUtf8Bytes(new { envelope_id = request.Id, payload = JsonSerializer.Deserialize<JsonElement>(answered.Answer.Span) })
            : JsonSerializer.SerializeToUtf8Bytes(new { envelope_id = request.Id });
        await _sending.WaitAsync();
        try
        {
            await _socket.SendAsync(answer, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }
        finally
        {
            _sending.Release();
        }
    }

    private static bool IsLost(Exception fault) => fault is WebSocketException or IOException or ObjectDisposedException;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Something that came from Slack over a connection could not be read: {Why}")]
    private static partial void LogUnread(ILogger logger, string why);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Something that came from Slack over a connection could not be done now; Slack sends events again, taps and commands not")]
    private static partial void LogLater(ILogger logger, Exception late);

    [LoggerMessage(Level = LogLevel.Information, Message = "A connection to Slack was lost before what it brought was acknowledged; it is done, and nothing happens when it comes again")]
    private static partial void LogUnacknowledged(ILogger logger);

    [LoggerMessage(Level = LogLevel.Error, Message = "Something that came from Slack over a connection failed")]
    private static partial void LogFailed(ILogger logger, Exception fault);
}
