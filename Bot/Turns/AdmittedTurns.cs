using ResetBot.Dialogs.Turns;
using ResetBot.Storage;

namespace ResetBot.Bot.Turns;

/// <summary>The pipeline as channels see it: behind the gate. What the service itself has to do goes to <see cref="TurnPipeline"/> directly.</summary>
internal sealed class AdmittedTurns(TurnGate gate, TurnPipeline pipeline) : ITurnPipeline
{
    /// <inheritdoc/>
    /// <exception cref="ServiceBusyException">Too much is under way: nothing of it was recorded.</exception>
    public async Task<TurnReceipt> RunAsync(Activity activity, CancellationToken cancellation)
    {
        using var place = gate.Enter(activity.From.Key, isStranger: activity.Address is not null);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, gate.OutOfTime);
        try
        {
            var receipt = await pipeline.RunAsync(activity, either.Token);
            return TurnStages.Now is > 0 and var savedAt ? receipt with { SavedAt = savedAt } : receipt;
        }
        catch (StorageBusyException)
        {
            throw gate.TurnAway();
        }
    }
}
