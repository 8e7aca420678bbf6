using Microsoft.Extensions.Options;
using ResetBot.Bot.Channels.Wire;
using ResetBot.Bot.Turns;

namespace ResetBot.Bot.Channels.Teams.Inbound;

/// <summary>
/// <c>POST /api/messages</c>: lets in, reads, runs the turn, and answers within the time that the channel waits. An activity is answered
/// 202 only when its turn is saved; a slow one gets 503, is delivered again and then found done.
/// </summary>
internal sealed partial class MessagesEndpoint(
    InboundTrust trust,
    TurnsInFlight turns,
    ITeamsWords words,
    IOptions<TeamsOptions> options,
    TimeProvider time,
    ILogger<MessagesEndpoint> logger)
{
    private static readonly IResult Acknowledged = Results.StatusCode(StatusCodes.Status202Accepted);

    public async Task RespondAsync(HttpContext context)
    {
        var answer = await AnswerAsync(context);
        if (answer == Acknowledged)
        {
            context.Response.StatusCode = StatusCodes.Status202Accepted;
            return;
        }

        await answer.ExecuteAsync(context);
    }

    private async Task<IResult> AnswerAsync(HttpContext context)
    {
        var began = time.GetTimestamp();
        try
        {
            return await AnswerAsync(context, began);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return Results.Empty;
        }
        catch (OperationCanceledException)
        {
            // The host is stopping and has no time left: nothing was saved, so that the channel may deliver again.
            return Refusal.StillWorking;
        }
        catch (ServiceBusyException busy)
        {
            return Refusal.Busy(busy.RetryAfter);
        }
        catch (BadHttpRequestException fault)
        {
            return Refusal.Unreadable(fault.StatusCode);
        }
        catch (Exception fault)
        {
            RequestFailed(fault);
            return Refusal.Failed;
        }
    }

    private async Task<IResult> AnswerAsync(HttpContext context, long began)
    {
        var arrived = TurnStages.Now;
        if (!context.Request.HasJsonContentType() || context.Request.Headers.ContentEncoding.Count > 0)
        {
            return TeamsRefusals.NotJson;
        }

        var admission = await trust.AdmitAsync(context);
        if (admission is Admission.Refused refused)
        {
            return refused.Refusal;
        }

        if (await RequestBody.ReadAsync(context.Request, options.Value.MaxBodyBytes) is not { } body)
        {
            return Refusal.TooLarge(options.Value.MaxBodyBytes);
        }

        var read = ActivityReader.Read(body);
        TurnStages.Note(TurnStages.Read, arrived);
        if (read is ReadOutcome.Addressed addressed && trust.Objection(admission, addressed.Envelope) is { } objection)
        {
            return objection;
        }

        return read switch
        {
            ReadOutcome.Understood { Envelope.IsInvoke: true } invoke => await AnswerInvokeAsync(invoke, began),
            ReadOutcome.Understood understood => await AcknowledgeAsync(understood, began),
            ReadOutcome.UnknownInvoke unknown => TeamsRefusals.UnknownInvoke(unknown.Name),
            ReadOutcome.BadCardAction bad => InvokeAnswer.Error(StatusCodes.Status400BadRequest, "BadRequest", bad.Why),
            ReadOutcome.Malformed malformed => Refusal.Malformed(malformed.Why),
            _ => throw new InvalidOperationException($"Not an outcome: {read.GetType().Name}."),
        };
    }

    private async Task<IResult> AcknowledgeAsync(ReadOutcome.Understood understood, long began)
    {
        var receipt = await WithinAsync(options.Value.TurnLimit, turns.Start(understood.Activity), began);
        if (receipt is not null)
        {
            TurnStages.Note(TurnStages.Acknowledge, receipt.SavedAt);
            return Acknowledged;
        }

        TurnIsSlow(understood.Activity.From.Key);
        return Refusal.StillWorking;
    }

    private async Task<IResult> AnswerInvokeAsync(ReadOutcome.Understood invoke, long began)
    {
        try
        {
            var (activity, locale) = (invoke.Activity, invoke.Activity.Locale);
            if (await WithinAsync(options.Value.InvokeLimit, turns.Start(activity), began) is not { } receipt)
            {
                TurnIsSlow(activity.From.Key);
                return InvokeAnswer.Message(words.StillWorking(locale));
            }

            // Teams shows an empty message as an empty line under the card.
            return receipt.Card is { } card ? InvokeAnswer.Card(card) : InvokeAnswer.Message(receipt.Message ?? words.Taken(locale));
        }
        catch (Exception fault) when (fault is not ServiceBusyException)
        {
            RequestFailed(fault);
            return InvokeAnswer.Error(StatusCodes.Status500InternalServerError, Refusal.Failed.Code, Refusal.Failed.Message);
        }
    }

    /// <summary>Null when the time is over; the turn goes on.</summary>
    private async Task<TurnReceipt?> WithinAsync(TimeSpan limit, Task<TurnReceipt> turn, long began)
    {
        var left = limit - time.GetElapsedTime(began);
        try
        {
            return await turn.WaitAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero, time);
        }
        catch (TimeoutException) when (!turn.IsCompleted)
        {
            return null;
        }
    }

    [LoggerMessage(LogLevel.Error, "A request to the Teams endpoint failed")]
    private partial void RequestFailed(Exception fault);

    [LoggerMessage(LogLevel.Warning, "A turn of {Conversation} takes longer than its channel waits; it goes on")]
    private partial void TurnIsSlow(string conversation);
}
