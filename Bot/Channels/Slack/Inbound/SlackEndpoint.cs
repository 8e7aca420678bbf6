using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using ResetBot.Bot.Channels.Wire;
using ResetBot.Bot.Turns;
using ResetBot.Recovery.Accounts;
using ResetBot.Storage;

namespace ResetBot.Bot.Channels.Slack.Inbound;

/// <summary>
/// <c>POST /api/slack</c>, for events, commands and buttons alike: checks the signature, reads, runs the turn, and acknowledges within the time that
/// Slack waits. What is acknowledged is saved: as its turn, or as what remains to be done.
/// </summary>
internal sealed partial class SlackEndpoint(
    SlackReception reception, SlackOptions options, TimeProvider time, ILogger<SlackEndpoint> logger)
{
    private static readonly Refusal NotConfigured = new(
        StatusCodes.Status503ServiceUnavailable, "SlackNotConfigured", "This bot has no signing secret, so that nobody can be let in.");

    private static readonly Refusal Unauthorized = new(
        StatusCodes.Status401Unauthorized, "Unauthorized", "The request does not carry a valid signature of Slack.", Scheme: "v0");

    private static readonly Refusal WrongMedia = new(
        StatusCodes.Status415UnsupportedMediaType, "WrongMedia", "Send application/json or application/x-www-form-urlencoded, not compressed.");

    private static readonly Refusal WrongWorkspace = new(
        StatusCodes.Status403Forbidden, "WorkspaceNotAllowed", "This workspace is not served here.");

    public async Task<IResult> RespondAsync(HttpContext context)
    {
        try
        {
            return await AnswerAsync(context);
        }
        catch (OperationCanceledException)
        {
            // The sender hung up, or the host is stopping and has no time left: nothing was acknowledged, so that Slack may deliver again.
            return context.RequestAborted.IsCancellationRequested ? Results.Empty : Refusal.StillWorking;
        }
        catch (ServiceBusyException busy)
        {
            return Refusal.Busy(busy.RetryAfter);
        }
        catch (Exception unavailable) when (unavailable is SlackUnavailableException or DirectoryUnavailableException or StorageBusyException)
        {
            LogUnavailable(logger, unavailable);
            return Refusal.StillWorking;
        }
        catch (BadHttpRequestException fault)
        {
            return Refusal.Unreadable(fault.StatusCode);
        }
        catch (Exception fault)
        {
            LogFailed(logger, fault);
            return Refusal.Failed;
        }
    }

    private async Task<IResult> AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        if (!options.TakesRequests)
        {
            return NotConfigured;
        }

        if ((!request.HasJsonContentType() && !IsForm(request)) || request.Headers.ContentEncoding.Count > 0)
        {
            return WrongMedia;
        }

        if (await RequestBody.ReadAsync(request, options.MaxBodyBytes) is not { } body)
        {
            return Refusal.TooLarge(options.MaxBodyBytes);
        }

        string[] secrets = [options.SigningSecret, options.PreviousSigningSecret];
        if (!SlackSignature.IsRight(request.Headers[SlackSignature.Header], request.Headers[SlackSignature.TimeHeader], body.Span, time.GetUtcNow(), secrets))
        {
            LogUnsigned(logger);
            return Unauthorized;
        }

        var read = request.HasJsonContentType() ? ReadJson(body) : ReadForm(body);
        return read is SlackRead.Verification verification
            ? Results.Text(verification.Challenge)
            : Answer(context, await reception.TakeAsync(read, context.RequestAborted));
    }

    private static IResult Answer(HttpContext context, SlackReceipt receipt)
    {
        switch (receipt)
        {
            case SlackReceipt.Done:
                return Results.Ok();
            case SlackReceipt.Answered answered:
                return Results.Bytes(answered.Answer, "application/json; charset=utf-8");
            case SlackReceipt.Malformed malformed:
                return Refusal.Malformed(malformed.Why);
            case SlackReceipt.Foreign:
                // Asking again changes nothing. https://docs.slack.dev/apis/events-api#error-handling
                context.Response.Headers["X-Slack-No-Retry"] = "1";
                return WrongWorkspace;
            default:
                throw new InvalidOperationException($"Not an outcome: {receipt.GetType().Name}.");
        }
    }

    private static SlackRead ReadJson(ReadOnlyMemory<byte> body) =>
        WireJson.Read(body, "The body", SlackEventReader.Read, why => new SlackRead.Malformed(why));

    private static SlackRead ReadForm(ReadOnlyMemory<byte> body)
    {
        using var reader = new FormReader(new MemoryStream(body.ToArray()), Encoding.UTF8);
        try
        {
            var form = reader.ReadForm().ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal);
            return form.TryGetValue("payload", out var payload) ? SlackFormReader.ReadPayload(payload)
                : form.ContainsKey("command") ? SlackFormReader.ReadCommand(form)
                : form.ContainsKey("ssl_check") ? new SlackRead.Nothing()
                : new SlackRead.Malformed("The form has neither a 'payload' nor a 'command'.");
        }
        catch (InvalidDataException)
        {
            return new SlackRead.Malformed("The form has too many or too long fields.");
        }
    }

    private static bool IsForm(HttpRequest request) =>
        request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true;

    [LoggerMessage(Level = LogLevel.Warning, Message = "A request whose signature is not Slack's, or is too old, was refused")]
    private static partial void LogUnsigned(ILogger logger);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A request from Slack could not be handled now")]
    private static partial void LogUnavailable(ILogger logger, Exception unavailable);

    [LoggerMessage(Level = LogLevel.Error, Message = "A request to the Slack endpoint failed")]
    private static partial void LogFailed(ILogger logger, Exception fault);
}
