using System.Text.Json;
using ResetBot.Bot.Turns;
using ResetBot.Dialogs.Turns;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Work;
using ResetBot.Storage;

namespace ResetBot.Bot.Outbox;

/// <summary>Brings a question about somebody else, or an answer to one, to the personal chat of whom it concerns. Where there is none, the mail has to do.</summary>
internal sealed class ApprovalDelivery(TurnPipeline pipeline, IDueDocuments documents, IUnitsOfWork units) : IDeliver
{
    public const string Kind = "approval-request";

    private const int Most = 5;

    public bool Delivers(string kind) => kind == Kind;

    public async Task<Delivery> DeliverAsync(OutboxItem item, CancellationToken cancellation)
    {
        var carried = JsonSerializer.Deserialize<Carried>(item.Body.Span)!;
        IReadOnlyList<string> candidates = carried.Conversation is { } only ? [only] : documents.OwnedBy<Conversation>(carried.ObjectId, Most);
        foreach (var key in candidates)
        {
            if (await units.RunAsync(work => work.FindAsync<Conversation>(key, cancellation), cancellation) is { Gone: false } found && found.Owner == carried.ObjectId)
            {
                await pipeline.TellAsync(item.Id, key, new Turn(ActivityKind.Message, Event: carried.Event), cancellation);
                break;
            }
        }

        return new Delivery.Delivered(null);
    }

    /// <param name="ObjectId">Whom it concerns.</param>
    /// <param name="Event">What they hear.</param>
    /// <param name="Conversation">Where; null for the personal chat that there is.</param>
    internal sealed record Carried(string ObjectId, CaseEvent Event, string? Conversation = null);
}
