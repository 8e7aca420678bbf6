using System.Text.Json.Nodes;
using ResetBot.Dialogs.Turns;
using ResetBot.Recovery.Work;

namespace ResetBot.Bot.Turns;

/// <summary>The records of activities whose answer is given again when they are delivered again.</summary>
internal static class SeenActivities
{
    /// <summary>What tells an activity from others of its conversation; null when its channel gave it no id.</summary>
    // An edited message has the id of the message that it edits, and is another thing to answer.
    public static string? MarkOf(Activity activity) => activity.Id is { } id ? $"{activity.Kind}/{id}" : null;

    /// <summary>Records what an activity was answered. It cannot be recorded twice.</summary>
    public static TurnReceipt Record(IUnitOfWork work, Activity activity, TurnReceipt receipt)
    {
        if (KeyOf(activity) is { } key)
        {
            work.Save(new SeenActivity { Key = key, At = work.Now, Card = receipt.Card?.ToJsonString(), Message = receipt.Message });
        }

        return receipt;
    }

    /// <summary>What an activity was answered; null when that was not recorded.</summary>
    public static async Task<TurnReceipt?> FindAsync(IUnitOfWork work, Activity activity, CancellationToken cancellation) =>
        KeyOf(activity) is { } key && await work.FindAsync<SeenActivity>(key, cancellation) is { } seen
            ? new TurnReceipt(seen.Card is { } card ? JsonNode.Parse(card) : null, seen.Message)
            : null;

    // The moment first, where the channel says it: what is recorded together lies together, and a commit touches few pages.
    private static string? KeyOf(Activity activity) => MarkOf(activity) switch
    {
        null => null,
        var mark when activity.DoneAt is { } at => $"{at.ToUnixTimeSeconds():x8}/{activity.From.Key}/{mark}",
        var mark => $"{activity.From.Key}/{mark}",
    };
}
