using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace ResetBot.Testing.Slack;

/// <summary>
/// The addresses that come with taps and commands: messages go there without a token, five times within half an hour.
/// https://docs.slack.dev/interactivity/handling-user-interaction#message_responses
/// </summary>
public sealed class SlackResponses(Func<TimeProvider> clock)
{
    public const string Path = "/actions/";

    /// <summary>What such a message is called among the calls.</summary>
    public const string Method = "response_url";

    private const int Most = 5;
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    private readonly ConcurrentDictionary<string, (string Channel, DateTimeOffset At, int Used)> _issued = new();

    /// <summary>What is answered in place of anything else, once each: a status, an error in a body that says 200, or <c>silence</c>.</summary>
    public ConcurrentQueue<string> Script { get; } = new();

    /// <summary>Done once somebody waits for an answer that does not come.</summary>
    public TaskCompletionSource Silent { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Another one, for a message in this conversation.</summary>
    public string Issue(Uri slack, string channel)
    {
        var path = $"{Path}{SlackStandIn.Team}/{Guid.NewGuid():N}";
        _issued[path] = (channel, clock().GetUtcNow(), 0);
        return new Uri(slack, path).ToString();
    }

    internal async Task<SlackCall?> TakeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var message = JsonNode.Parse(await reader.ReadToEndAsync())!.AsObject();
        if (Script.TryPeek(out var silence) && silence == "silence")
        {
            Script.TryDequeue(out _);
            Silent.TrySetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return null;
        }

        var fault = Script.TryDequeue(out var scripted) ? scripted : Fault(context.Request.Path.Value!, message);
        if (fault is null)
        {
            await context.Response.WriteAsync("ok");
            return new SlackCall(Method, null, message, new JsonObject { ["ok"] = true });
        }

        var answer = new JsonObject { ["ok"] = false, ["error"] = fault };
        context.Response.StatusCode = int.TryParse(fault, out var status) ? status : scripted is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        await context.Response.WriteAsync(answer.ToJsonString());
        return new SlackCall(Method, null, message, answer);
    }

    private string? Fault(string path, JsonObject message)
    {
        if (!_issued.TryGetValue(path, out var issued) || issued.Used >= Most)
        {
            return "used_url";
        }

        if (clock().GetUtcNow() - issued.At > Lifetime)
        {
            return "expired_url";
        }

        if (message["blocks"] is not JsonArray blocks || SlackBlocks.Fault(blocks) is not null)
        {
            return "invalid_blocks";
        }

        _issued[path] = issued with { Used = issued.Used + 1 };
        message["channel"] = issued.Channel;
        return null;
    }
}
