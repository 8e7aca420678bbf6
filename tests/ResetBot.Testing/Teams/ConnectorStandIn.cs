using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ResetBot.Testing.Teams;

/// <summary>
/// The Bot Framework connector as the bot meets it: takes every call, answers what the test scripted for it, and otherwise 201 with an id.
/// </summary>
public sealed class ConnectorStandIn : LoopbackServer
{
    private readonly ConcurrentQueue<ScriptedAnswer> _script = new();
    private readonly ConcurrentQueue<ConnectorCall> _calls = new();
    private readonly Channel<ConnectorCall> _arrivals = Channel.CreateUnbounded<ConnectorCall>();
    private int _lastId;

    /// <summary>Told each call and the status that it gets, before the answer leaves.</summary>
    public event Action<ConnectorCall, int>? Arrived;

    /// <summary>What calls are answered that nothing was scripted for; null is 201 with an id.</summary>
    public ScriptedAnswer? Otherwise { get; set; }

    /// <summary>Everything that came in, oldest first.</summary>
    public IReadOnlyList<ConnectorCall> Calls => [.. _calls];

    /// <summary>What the next calls are answered, in order; after that it is 201 again.</summary>
    public void Script(params ScriptedAnswer[] answers)
    {
        foreach (var answer in answers)
        {
            _script.Enqueue(answer);
        }
    }

    /// <summary>Waits for the next call that was not waited for yet.</summary>
    public async Task<ConnectorCall> NextAsync(CancellationToken cancellation) => await _arrivals.Reader.ReadAsync(cancellation);

    protected override async Task AnswerAsync(HttpContext context)
    {
        var call = await ReadAsync(context);
        var answer = _script.TryDequeue(out var scripted) ? scripted : Otherwise ?? NextId();
        _calls.Enqueue(call);
        Arrived?.Invoke(call, answer.Status);
        _arrivals.Writer.TryWrite(call);
        if (answer == ScriptedAnswer.HangUp)
        {
            context.Abort();
            return;
        }

        if (answer == ScriptedAnswer.Silence)
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return;
        }

        context.Response.StatusCode = answer.Status;
        foreach (var header in answer.Headers)
        {
            var colon = header.IndexOf(':', StringComparison.Ordinal);
            context.Response.Headers[header[..colon]] = header[(colon + 1)..].Trim();
        }

        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(answer.Body));
    }

    private ScriptedAnswer NextId() => new(StatusCodes.Status201Created, $$"""{"id":"sent-{{Interlocked.Increment(ref _lastId)}}"}""");

    private static async Task<ConnectorCall> ReadAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        var path = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var authorization = context.Request.Headers.Authorization;
        return new ConnectorCall(
            context.Request.Method, path, authorization.Count == 0 ? null : authorization.ToString(), JsonNode.Parse(body)!);
    }
}
