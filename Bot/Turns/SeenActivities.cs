using System.Globalization;
using System.Text.Json.Nodes;
using ResetBot.Dialogs.Turns;
using ResetBot.Recovery.Work;
using ResetBot.Storage;

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

    /// <summary>The latest second (since 1970) that an activity is recorded of; -1 when none is.</summary>
    public static long LastMoment(IDueDocuments documents)
    {
        // Keys without a moment begin with the name of their channel, which may lie among the digits.
        var key = documents.LastKeyBefore<SeenActivity>("g");
        while (key is not null)
        {
            var first = key.Split('/')[0];
            if (first.Length == 8 && uint.TryParse(first, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var second) && first.Length < key.Length)
            {
                return second;
            }

            key = documents.LastKeyBefore<SeenActivity>(first);
        }

        return -1;
    }

    /// <summary>The key of the record of an activity; null when its channel gave it no id.</summary>
    // The moment first, where the channel says it: what is recorded together lies together, and a commit touches few pages.
    public static string? KeyOf(Activity activity) => MarkOf(activity) switch
    {
        null => null,
        var mark when activity.DoneAt is { } at => $"{at.ToUnixTimeSeconds():x8}/{activity.From.Key}/{mark}",
        var mark => $"{activity.From.Key}/{mark}",
    };
}
