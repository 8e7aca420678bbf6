using ResetBot.Bot.Turns;
using ResetBot.Storage;

namespace ResetBot.Bot.Outbox;

/// <summary>
/// One way by which messages leave, and how many are on it at once. Each way has places of its own: a far end that hangs, and holds all of
/// them, holds back nothing that goes elsewhere.
/// </summary>
internal sealed class WayOut(IDeliver deliverer, int places) : IDisposable
{
    private readonly SemaphoreSlim _places = new(places);

    /// <summary>The way of the messages of this kind; null when there is none.</summary>
    public static WayOut? Of(string kind, WayOut[] ways)
    {
        foreach (var way in ways)
        {
            if (way.Delivers(kind))
            {
                return way;
            }
        }

        return null;
    }

    /// <summary>Delivers a message as soon as there is a place for it. What was left on disk of it is read then.</summary>
    public async Task<Delivery> DeliverAsync(OutboxItem item, IOutbox outbox, CancellationToken stopping)
    {
        try
        {
            await _places.WaitAsync(stopping);
        }
        catch (OperationCanceledException)
        {
            return new Delivery.Retry(null, "the service is stopping");
        }

        var began = TurnStages.Now;
        try
        {
            if (Whole(item, outbox) is not { } whole)
            {
                return new Delivery.Refused("it is not in the outbox any more");
            }

            var delivery = await deliverer.DeliverAsync(whole, stopping);
            TurnStages.Note(TurnStages.Deliver, began);
            return delivery;
        }
        finally
        {
            _places.Release();
        }
    }

    /// <summary>Waits until nothing is under way, and lets nothing more in.</summary>
    public async Task CloseAsync(CancellationToken cancellation)
    {
        for (var taken = 0; taken < places; taken++)
        {
            await _places.WaitAsync(cancellation);
        }
    }

    private static OutboxItem? Whole(OutboxItem item, IOutbox outbox) =>
        !item.IsBodyLeft ? item : outbox.Read(item.Sequence) is { } body ? item with { Body = body, IsBodyLeft = false } : null;

    private bool Delivers(string kind) => deliverer.Delivers(kind);

    public void Dispose() => _places.Dispose();
}
