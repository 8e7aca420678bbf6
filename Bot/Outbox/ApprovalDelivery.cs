using System.Text.Json;
using ResetBot.Bot.Turns;
using ResetBot.Dialogs.Turns;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Linking;
using ResetBot.Recovery.Work;
using ResetBot.Storage;

namespace ResetBot.Bot.Outbox;

/// <summary>
/// Brings a question about somebody else, or an answer to one, to the personal chat of whom it concerns, one that was not linked lately before others. Who
/// has no chat at all is looked for (<see cref="PersonSearch"/>).
/// </summary>
internal sealed class ApprovalDelivery(TurnPipeline pipeline, IDueDocuments documents, IUnitsOfWork units, LimitsOptions limits) : IDeliver
{
    public const string Kind = "approval-request";

    private const int Most = 5;

    public bool Delivers(string kind) => kind == Kind;

    public async Task<Delivery> DeliverAsync(OutboxItem item, CancellationToken cancellation)
    {
        var carried = JsonSerializer.Deserialize<Carried>(item.Body.Span)!;
        IReadOnlyList<string> candidates = carried.Conversation is { } only ? [only] : documents.OwnedBy<Conversation>(carried.ObjectId, Most);
        if (candidates.Count == 0)
        {
            await units.RunAsync(work => Task.FromResult(PersonSearch.Ask(work, item)), cancellation);
            return new Delivery.Delivered(null);
        }

        // Whoever left a chat is not followed to another channel.
        if (await units.RunAsync(work => ChooseAsync(work, candidates, carried.ObjectId, cancellation), cancellation) is { } chosen)
        {
            await pipeline.TellAsync(item.Id, chosen, new Turn(ActivityKind.Message, Event: carried.Event), cancellation);
        }

        return new Delivery.Delivered(null);
    }

    // Where the channel says who it is before where somebody was linked; in one that was linked lately nothing is approved.
    private async Task<string?> ChooseAsync(IUnitOfWork work, IEnumerable<string> candidates, string owner, CancellationToken cancellation)
    {
        List<(int Rank, string Key)> open = [];
        foreach (var key in candidates)
        {
            if (await work.FindAsync<Conversation>(key, cancellation) is { Gone: false } found && found.Owner == owner)
            {
                var link = await ChatLinks.FindAsync(work, found.Reference.Person, cancellation);
                open.Add((link is null ? 0 : link.IsRecent(limits.ApproverRecoveredWithin, work.Now) ? 2 : 1, key));
            }
        }

        return open.OrderBy(chat => chat.Rank).Select(chat => chat.Key).FirstOrDefault();
    }

    /// <param name="ObjectId">Whom it concerns.</param>
    /// <param name="Event">What they hear.</param>
    /// <param name="Conversation">Where; null for the personal chat that there is.</param>
    internal sealed record Carried(string ObjectId, CaseEvent Event, string? Conversation = null);
}
