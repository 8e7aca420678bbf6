using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace ResetBot.Testing.Slack;

/// <summary>One connection of an app in Socket Mode, at Slack's end.</summary>
public sealed class SlackLine(WebSocket socket, Action changed)
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<(bool IsAcknowledged, JsonNode? Payload)>> _asked = new();
    private readonly SemaphoreSlim _sending = new(1);
    private volatile bool _leaving;

    /// <summary>Whether envelopes are sent over it.</summary>
    public bool IsServing => !_leaving && IsOpen;

    public bool IsOpen => socket.State == WebSocketState.Open;

    /// <summary>How many envelopes wait to be acknowledged.</summary>
    public int Waiting => _asked.Count;

    /// <summary>Sends an envelope, and waits until it is acknowledged; not so when the connection ends before.</summary>
    public async Task<(bool IsAcknowledged, JsonNode? Payload)> AskAsync(JsonObject envelope)
    {
        var answer = new TaskCompletionSource<(bool, JsonNode?)>(TaskCreationOptions.RunContinuationsAsynchronously);
        var id = (string)envelope["envelope_id"]!;
        _asked[id] = answer;
        changed();
        try
        {
            await SendAsync(envelope);
            return await answer.Task;
        }
        catch (WebSocketException)
        {
            return (false, null);
        }
        finally
        {
            _asked.TryRemove(id, out _);
        }
    }

    /// <summary>Tells the app that this connection is closed soon.</summary>
    public Task AskToLeaveAsync(string reason)
    {
        _leaving = true;
        return SendAsync(new JsonObject { ["type"] = "disconnect", ["reason"] = reason, ["debug_info"] = new JsonObject { ["host"] = "stand-in" } });
    }

    public Task SendAsync(JsonObject message) => SendAsync(message.ToJsonString());

    /// <summary>Sends any text.</summary>
    public async Task SendAsync(string text)
    {
        await _sending.WaitAsync();
        try
        {
            await socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Closes it as one does.</summary>
    public Task CloseAsync() => socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);

    /// <summary>Loses it.</summary>
    public void Drop() => socket.Abort();

    /// <summary>Hears acknowledgements until the connection ends.</summary>
    internal async Task ListenAsync()
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (true)
            {
                var length = 0;
                ValueWebSocketReceiveResult piece;
                do
                {
                    piece = await socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
                    length += piece.Count;
                }
                while (!piece.EndOfMessage);
                if (piece.MessageType == WebSocketMessageType.Close)
                {
                    await CloseAsync();
                    break;
                }

                Hear(JsonNode.Parse(buffer.AsSpan(0, length))!);
            }
        }
        catch (Exception lost) when (lost is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // It ends here.
        }

        foreach (var answer in _asked.Values)
        {
            answer.TrySetResult((false, null));
        }
    }

    private void Hear(JsonNode said)
    {
        if (_asked.TryGetValue((string)said["envelope_id"]!, out var answer))
        {
            answer.TrySetResult((true, said["payload"]?.DeepClone()));
        }
    }
}
