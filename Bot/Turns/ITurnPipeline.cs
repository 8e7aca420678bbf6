using ResetBot.Dialogs.Turns;

namespace ResetBot.Bot.Turns;

/// <summary>Takes an activity whose sender is proved, and returns when everything it causes is saved.</summary>
public interface ITurnPipeline
{
    /// <summary>Runs one turn. A second delivery of the same activity changes nothing and returns what the first one did.</summary>
    Task<TurnReceipt> RunAsync(Activity activity, CancellationToken cancellation);
}
