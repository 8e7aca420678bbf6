using ResetBot.Dialogs.Turns;
using ResetBot.Jobs.Questions;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Work;
using ResetBot.Storage;

namespace ResetBot.Bot.Turns;

/// <inheritdoc cref="ILeftQuestions"/>
internal sealed partial class LeftQuestions(
    IDueDocuments due, TurnPipeline pipeline, IUnitsOfWork units, CaseDesk cases, TimeProvider clock, ILogger<LeftQuestions> logger) : ILeftQuestions
{
    private const int Page = 500;

    public async Task<int> CloseAsync(CancellationToken cancellation)
    {
        var closed = 0;
        foreach (var key in due.Due<Conversation>(clock.GetUtcNow(), Page))
        {
            closed += await TryAsync(() => pipeline.ExpireAsync(key, cancellation)) ? 1 : 0;
        }

        // A case whose conversation is gone ends by itself.
        foreach (var key in due.Due<RecoveryCase>(clock.GetUtcNow(), Page))
        {
            await TryAsync(() => units.RunAsync(work => EndAsync(work, key, cancellation), cancellation));
        }

        return closed;
    }

    private async Task<bool> EndAsync(IUnitOfWork work, string key, CancellationToken cancellation)
    {
        if (await work.FindAsync<RecoveryCase>(key, cancellation) is { IsLive: true } recoveryCase && recoveryCase.ExpiresAt <= work.Now)
        {
            await cases.EndAsync(work, recoveryCase, CaseStatus.Expired, cancellation);
        }

        return true;
    }

    // One that fails is tried at the next tick, and does not hold back the others.
    private async Task<bool> TryAsync(Func<Task> close)
    {
        try
        {
            await close();
            return true;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogNotClosed(logger, fault);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A question that was left alone could not be closed")]
    private static partial void LogNotClosed(ILogger logger, Exception fault);
}
