using System.Text.Json;
using ResetBot.Bot.Turns;
using ResetBot.Dialogs.Turns;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.SecurePages;
using ResetBot.Storage;

namespace ResetBot.Bot.Outbox;

/// <summary>Makes what happened on a secure page, or to a case elsewhere, a turn of its conversation.</summary>
internal sealed class PageEventDelivery(TurnPipeline pipeline) : IDeliver
{
    public const string Kind = "page-event";

    public bool Delivers(string kind) => kind == Kind;

    public async Task<Delivery> DeliverAsync(OutboxItem item, CancellationToken cancellation)
    {
        var carried = JsonSerializer.Deserialize<Carried>(item.Body.Span)!;
        var turn = new Turn(ActivityKind.Message, Page: carried.Page, Event: carried.Event);
        await pipeline.TellAsync(item.Id, carried.Conversation, turn, cancellation);
        return new Delivery.Delivered(null);
    }

    internal sealed record Carried(string Conversation, PageEvent? Page, CaseEvent? Event = null);
}
