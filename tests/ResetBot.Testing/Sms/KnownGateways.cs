using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace ResetBot.Testing.Sms;

/// <summary>
/// Stand-ins for Twilio's Programmable Messaging and Azure Communication Services, on one address: they check what a client proves itself with, answer in
/// their own words, and drop or double repeated messages as the real ones do.
/// </summary>
public sealed class KnownGateways : LoopbackServer
{
    public const string AccountSid = "AC0123456789abcdef0123456789abcdef";
    public const string TwilioSecret = "twilio-secret";
    public const string AzureKey = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    private readonly ConcurrentQueue<(int Status, JsonObject? Body, string? RetryAfter)> _answers = new();
    private readonly ConcurrentDictionary<string, bool> _repeated = new();
    private readonly ConcurrentQueue<SmsReceived> _received = new();

    /// <summary>Every message that a phone would show.</summary>
    public IReadOnlyList<SmsReceived> Received => [.. _received];

    /// <summary>From whom the last one came, and how that was said.</summary>
    public string From { get; private set; } = "";

    public static async Task<KnownGateways> StartNewAsync()
    {
        var gateways = new KnownGateways();
        await gateways.StartAsync();
        return gateways;
    }

    /// <summary>What the next request is answered with, once it has proved itself; of Azure, the status of the message in it where <paramref name="body"/> is null.</summary>
    public void AnswerNext(int status, JsonObject? body = null, string? retryAfter = null) => _answers.Enqueue((status, body, retryAfter));

    protected override async Task AnswerAsync(HttpContext context)
    {
        var result = (context.Request.Method, context.Request.Path.Value) switch
        {
            ("POST", $"/2010-04-01/Accounts/{AccountSid}/Messages.json") => await TwilioAsync(context),
            ("POST", "/sms") => await AzureAsync(context),
            _ => Results.NotFound(),
        };
        await result.ExecuteAsync(context);
    }

    private async Task<IResult> TwilioAsync(HttpContext context)
    {
        var expected = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{AccountSid}:{TwilioSecret}"));
        if (context.Request.Headers.Authorization != expected)
        {
            return Results.Json(new { code = 20003, message = "Authenticate", status = 401 }, statusCode: 401);
        }

        var form = await context.Request.ReadFormAsync();
        From = form.ContainsKey("MessagingServiceSid") ? $"service {form["MessagingServiceSid"]}" : $"number {form["From"]}";
        if (_answers.TryDequeue(out var answer))
        {
            context.Response.Headers.RetryAfter = answer.RetryAfter;
            return Results.Json(answer.Body ?? [], statusCode: answer.Status);
        }

        _received.Enqueue(new SmsReceived(form["To"].ToString(), form["Body"].ToString(), ""));
        return Results.Json(new { sid = "SM" + Guid.NewGuid().ToString("N"), status = "queued" }, statusCode: 201);
    }

    private async Task<IResult> AzureAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync();
        if (context.Request.QueryString.Value != "?api-version=2021-03-07" || !IsSigned(context.Request, body))
        {
            return Results.StatusCode(StatusCodes.Status401Unauthorized);
        }

        var asked = JsonNode.Parse(body)!;
        var recipient = asked["smsRecipients"]![0]!;
        From = asked["from"]!.GetValue<string>();
        var status = 202;
        if (_answers.TryDequeue(out var answer))
        {
            if (answer.Body is not null || answer.RetryAfter is not null)
            {
                context.Response.Headers.RetryAfter = answer.RetryAfter;
                return Results.Json(answer.Body ?? [], statusCode: answer.Status);
            }

            status = answer.Status;
        }

        var id = recipient["repeatabilityRequestId"]!.GetValue<string>();
        _ = Guid.ParseExact(id, "D");
        _ = DateTimeOffset.ParseExact(recipient["repeatabilityFirstSent"]!.GetValue<string>(), "R", CultureInfo.InvariantCulture);
        var to = recipient["to"]!.GetValue<string>();
        if (status == 202 && _repeated.TryAdd(id, true))
        {
            _received.Enqueue(new SmsReceived(to, asked["message"]!.GetValue<string>(), id));
        }

        var item = new { to, messageId = "m", httpStatusCode = status, repeatabilityResult = "accepted", successful = status == 202, errorMessage = status == 202 ? null : "no" };
        return Results.Text(JsonSerializer.Serialize(new { value = new[] { item } }), "application/json", statusCode: 202);
    }

    private static bool IsSigned(HttpRequest request, string body)
    {
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(body)));
        var text = $"POST\n{request.Path}{request.QueryString}\n{request.Headers["x-ms-date"]};{request.Headers.Host};{hash}";
        var signature = Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(AzureKey), Encoding.UTF8.GetBytes(text)));
        return request.Headers["x-ms-content-sha256"] == hash
            && request.Headers.Authorization == $"HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature={signature}";
    }
}
