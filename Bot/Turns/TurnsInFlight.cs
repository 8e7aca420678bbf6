using System.Collections.Concurrent;
using ResetBot.Dialogs.Turns;

namespace ResetBot.Bot.Turns;

/// <summary>
/// Turns that run, also those that outlive their request: a sender that hangs up does not stop a turn, and a stopping host waits for them
/// as long as it has time.
/// </summary>
internal sealed partial class TurnsInFlight(ITurnPipeline pipeline, ILogger<TurnsInFlight> logger) : IHostedService, IDisposable
{
    private readonly CancellationTokenSource _outOfTime = new();
    private readonly ConcurrentDictionary<Task, byte> _running = new();

    public Task<TurnReceipt> Start(Activity activity)
    {
        var turn = pipeline.RunAsync(activity, _outOfTime.Token);
        if (turn.IsCompletedSuccessfully)
        {
            return turn;
        }

        _running.TryAdd(turn, 0);
        _ = turn.ContinueWith(Forget, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return turn;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Task.WhenAll(_running.Keys).WaitAsync(cancellationToken);
        }
        catch (Exception)
        {
            // Each turn's fault is logged where it ended; what has no time left is cancelled, and its state stays as it was saved last.
            await _outOfTime.CancelAsync();
        }
    }

    public void Dispose() => _outOfTime.Dispose();

    private void Forget(Task turn)
    {
        _running.TryRemove(turn, out _);
        if (turn.Exception is { InnerException: not ServiceBusyException } fault)
        {
            TurnFailed(fault.GetBaseException());
        }
    }

    [LoggerMessage(LogLevel.Error, "A turn failed")]
    private partial void TurnFailed(Exception fault);
}
