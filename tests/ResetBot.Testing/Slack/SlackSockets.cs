using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using ResetBot.Testing.Conversations;

namespace ResetBot.Testing.Slack;

/// <summary>
/// Socket Mode as an app meets it: a ticket for one connection, hello, envelopes over any of the connections, events again when nobody acknowledged them in time or
/// the connection was lost before, and notice before a connection is closed. https://docs.slack.dev/apis/events-api/using-socket-mode
/// </summary>
public sealed class SlackSockets(Func<TimeProvider> clock)
{
    public const string AppToken = "xapp-1-A0RESETBOT-stand-in-of-the-app";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ConcurrentDictionary<string, byte> _tickets = new();
    private readonly List<SlackLine> _lines = [];
    private readonly Lock _gate = new();
    private readonly Signal _changed = new();
    private int _last;

    /// <summary>How many an app may have. The same page.</summary>
    public int Most { get; set; } = 10;

    /// <summary>How many connections were opened in all.</summary>
    public int Opened { get; private set; }

    /// <summary>What envelopes are sent over now, oldest first.</summary>
    public IReadOnlyList<SlackLine> Lines
    {
        get
        {
            lock (_gate)
            {
                return [.. _lines.Where(line => line.IsServing)];
            }
        }
    }

    /// <summary>Where the app is told to connect; null for the truth.</summary>
    public string? SaysAddress { get; set; }

    /// <summary>What apps.connections.open answers.</summary>
    internal JsonObject Open(Uri server)
    {
        var ticket = Guid.NewGuid().ToString("N");
        _tickets.TryAdd(ticket, 0);
        return new JsonObject { ["url"] = SaysAddress ?? $"ws://{server.Authority}/link/?ticket={ticket}&app_id=A0RESETBOT" };
    }

    internal async Task AcceptAsync(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest || !_tickets.TryRemove(context.Request.Query["ticket"].ToString(), out _))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var line = new SlackLine(socket, _changed.Raise);
        int number;
        lock (_gate)
        {
            Opened++;
            number = _lines.Count(open => open.IsServing) + 1;
        }

        if (number > Most)
        {
            await line.AskToLeaveAsync("too_many_websockets");
            await line.CloseAsync();
        }
        else
        {
            await line.SendAsync(new JsonObject
            {
                ["type"] = "hello",
                ["num_connections"] = number,
                ["connection_info"] = new JsonObject { ["app_id"] = "A0RESETBOT" },
                ["debug_info"] = new JsonObject { ["host"] = "stand-in", ["approximate_connection_time"] = 18060 },
            });
            lock (_gate)
            {
                _lines.Add(line);
            }
        }

        _changed.Raise();
        await line.ListenAsync();
        lock (_gate)
        {
            _lines.Remove(line);
        }

        _changed.Raise();
    }

    /// <summary>Has an envelope acknowledged; what was answered with that, where something was.</summary>
    /// <param name="type">events_api, interactive or slash_commands.</param>
    /// <param name="payload">What a request would carry.</param>
    public async Task<JsonNode?> DeliverAsync(string type, JsonObject payload)
    {
        var (isAcknowledged, answer) = await OfferAsync(type, payload);
        return isAcknowledged ? answer : throw new StoryException($"Nobody acknowledged what came over a connection ({type}), and it does not come again.");
    }

    /// <summary>
    /// Sends an envelope: an event as often as one comes that is a request, and over another connection when one is lost; a tap or a command once.
    /// https://docs.slack.dev/apis/events-api#error-handling
    /// </summary>
    public async Task<(bool IsAcknowledged, JsonNode? Payload)> OfferAsync(string type, JsonObject payload)
    {
        var unheard = 0;
        for (var attempt = 0; ; attempt++)
        {
            await UntilAsync(() => Lines.Count > 0);
            var lines = Lines;
            if (lines.Count == 0)
            {
                continue;
            }

            var asked = await AskAsync(lines[Interlocked.Increment(ref _last) % lines.Count], Envelope(type, payload, attempt)).WaitAsync(Patience);
            if (asked is { IsAcknowledged: true } || type != "events_api" || (asked is null && unheard == SlackEvents.Pauses.Count))
            {
                return asked ?? (false, null);
            }

            if (asked is null)
            {
                await Task.Delay(SlackEvents.Pauses[unheard++], clock());
            }
        }
    }

    // Null when it takes too long.
    private async Task<(bool IsAcknowledged, JsonNode? Payload)?> AskAsync(SlackLine line, JsonObject envelope)
    {
        try
        {
            return await line.AskAsync(envelope).WaitAsync(SlackEvents.Patience, clock());
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    /// <summary>Waits until the connections are as they should be.</summary>
    public Task UntilAsync(Func<bool> holds) => _changed.UntilAsync(holds, Patience);

    /// <summary>An envelope; the same event comes again with number and reason. https://docs.slack.dev/apis/events-api#error-handling</summary>
    public static JsonObject Envelope(string type, JsonObject payload, int attempt = 0) => new()
    {
        ["envelope_id"] = Guid.NewGuid().ToString(),
        ["type"] = type,
        ["payload"] = payload.DeepClone(),
        ["accepts_response_payload"] = type != "events_api",
        ["retry_attempt"] = attempt,
        ["retry_reason"] = attempt == 0 ? "" : "timeout",
    };
}
