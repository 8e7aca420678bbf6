using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace ResetBot.Testing.Mail;

/// <summary>
/// A stand-in for <c>sendMail</c> of Microsoft Graph: a bearer token of the application, JSON, 202 without a body; 401 without a token that it knows, and what it
/// is told to answer next in Graph's own form.
/// </summary>
public sealed partial class GraphStandIn : LoopbackServer
{
    public const string Token = "a-token-of-the-application";
    public const string Sender = "reset@contoso.example";

    private readonly ConcurrentQueue<(int Status, string Code, string? RetryAfter)> _answers = new();
    private readonly ConcurrentQueue<JsonNode> _sent = new();

    /// <summary>What was taken, as it came.</summary>
    public IReadOnlyList<JsonNode> Sent => [.. _sent];

    public static async Task<GraphStandIn> StartNewAsync()
    {
        var graph = new GraphStandIn();
        await graph.StartAsync();
        return graph;
    }

    public void AnswerNext(int status, string code, string? retryAfter = null) => _answers.Enqueue((status, code, retryAfter));

    protected override async Task AnswerAsync(HttpContext context)
    {
        var sender = SendMail().Match(context.Request.Path.Value ?? "");
        var result = sender.Success && HttpMethods.IsPost(context.Request.Method) ? await TakeAsync(context, sender.Groups["sender"].Value) : Results.NotFound();
        await result.ExecuteAsync(context);
    }

    private async Task<IResult> TakeAsync(HttpContext context, string sender)
    {
        if (context.Request.Headers.Authorization != "Bearer " + Token)
        {
            return Fault(401, "InvalidAuthenticationToken");
        }

        if (sender != Sender)
        {
            return Fault(404, "ErrorInvalidUser");
        }

        if (_answers.TryDequeue(out var answer))
        {
            context.Response.Headers.RetryAfter = answer.RetryAfter;
            return Fault(answer.Status, answer.Code);
        }

        _sent.Enqueue((await JsonNode.ParseAsync(context.Request.Body))!);
        return Results.StatusCode(202);
    }

    private static IResult Fault(int status, string code) => Results.Json(new { error = new { code, message = "What went wrong, with what was sent." } }, statusCode: status);

    [GeneratedRegex("^/v1.0/users/(?<sender>[^/]+)/sendMail$")]
    private static partial Regex SendMail();
}
