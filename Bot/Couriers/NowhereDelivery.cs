using ResetBot.Bot.Outbox;
using ResetBot.Storage;

namespace ResetBot.Bot.Couriers;

/// <summary>
/// Takes the codes of decoys, which nobody may get. They are queued, encrypted and erased as any other, so that asking for one costs as much.
/// </summary>
internal sealed class NowhereDelivery : IDeliver
{
    public const string Kind = "nowhere";

    public bool Delivers(string kind) => kind == Kind;

    public Task<Delivery> DeliverAsync(OutboxItem item, CancellationToken cancellation) => Task.FromResult<Delivery>(new Delivery.Delivered(null));
}
