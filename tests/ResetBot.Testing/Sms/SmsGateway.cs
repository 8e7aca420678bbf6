using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace ResetBot.Testing.Sms;

/// <summary>A stand-in for a company's gateway for text messages and calls: takes what is signed with its secret, and answers as it is told.</summary>
public sealed class SmsGateway : LoopbackServer
{
    public const string Secret = "a-shared-secret-of-32-characters";

    private readonly ConcurrentQueue<Func<HttpContext, Task>> _answers = new();
    private readonly ConcurrentQueue<SmsReceived> _received = new();

    public Uri Url => new(Address, "send");

    /// <summary>Where it takes calls.</summary>
    public Uri VoiceUrl => new(Address, "call");

    /// <summary>Every message that was rightly signed, also those that were answered with a refusal.</summary>
    public IReadOnlyList<SmsReceived> Received => [.. _received];

    public static async Task<SmsGateway> StartNewAsync()
    {
        var gateway = new SmsGateway();
        await gateway.StartAsync();
        return gateway;
    }

    /// <summary>What the next request is answered with; without, 202.</summary>
    public void AnswerNext(int status, params (string Name, string Value)[] headers)
        => AnswerNext(context =>
        {
            context.Response.StatusCode = status;
            foreach (var (name, value) in headers)
            {
                context.Response.Headers[name] = value;
            }

            return Task.CompletedTask;
        });

    public void AnswerNext(Func<HttpContext, Task> answer) => _answers.Enqueue(answer);

    protected override Task AnswerAsync(HttpContext context)
    {
        if (HttpMethods.IsPost(context.Request.Method) && context.Request.Path.Value is "/send" or "/call")
        {
            return TakeAsync(context, context.Request.Path == "/send" ? "text" : "call");
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private async Task TakeAsync(HttpContext context, string kind)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync();
        if (!IsSigned(context.Request.Headers["X-Signature"].ToString(), body))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var received = JsonSerializer.Deserialize<SmsReceived>(body, JsonSerializerOptions.Web)!;
        if (received.Kind != kind)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        _received.Enqueue(received);
        context.Response.StatusCode = StatusCodes.Status202Accepted;
        if (_answers.TryDequeue(out var answer))
        {
            await answer(context);
        }
    }

    private static bool IsSigned(string header, string body)
    {
        var parts = header.Split(',').Select(part => part.Split('=', 2)).ToLookup(part => part[0], part => part[^1]);
        var time = parts["t"].SingleOrDefault("");
        var expected = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"{time}.{body}"));
        return time.Length > 0 && parts["v1"].Any(given => given == Convert.ToHexStringLower(expected));
    }
}
