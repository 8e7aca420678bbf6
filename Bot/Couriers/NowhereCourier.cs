using ResetBot.Bot.Outbox;

namespace ResetBot.Bot.Couriers;

/// <summary>
/// Takes the codes of decoys, which nobody may get. They are queued, encrypted and erased as any other, so that asking for one costs as much.
/// </summary>
internal sealed class NowhereCourier : ICourier
{
    public const string Way = "nowhere";

    public string Via => Way;

    public Task<Delivery> SendAsync(CourierMessage message, CancellationToken cancellation) => Task.FromResult<Delivery>(new Delivery.Delivered(null));
}
