using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using ResetBot.Testing;

namespace ResetBot.Tests.Bot.BreachedPasswords;

/// <summary>A stand-in for the range API, which keeps every byte that it is told.</summary>
internal sealed class RangeService : LoopbackServer
{
    private readonly ConcurrentQueue<string> _told = new();

    public Func<HttpContext, Task> Answer { get; set; } = _ => Task.CompletedTask;

    /// <summary>Method, address and headers of each request, and its body.</summary>
    public IReadOnlyList<string> Told => [.. _told];

    protected override async Task AnswerAsync(HttpContext context)
    {
        var headers = string.Join('\n', context.Request.Headers.Select(header => $"{header.Key}: {header.Value}"));
        using var reader = new StreamReader(context.Request.Body);
        _told.Enqueue($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}\n{headers}\n{await reader.ReadToEndAsync()}");
        await Answer(context);
    }
}
