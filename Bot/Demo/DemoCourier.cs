using ResetBot.Bot.Couriers;
using ResetBot.Bot.Outbox;

namespace ResetBot.Bot.Demo;

/// <summary>Carries messages to the demonstration's outbox; those of decoys too, which it does not show, so that they cost as much.</summary>
internal sealed class DemoCourier(string via, DemoOutbox outbox) : ICourier
{
    public string Via => via;

    public async Task<Delivery> SendAsync(CourierMessage message, CancellationToken cancellation)
    {
        await outbox.KeepAsync(message.Id, via, message.To, message.Subject, message.Text);
        return new Delivery.Delivered(message.Id);
    }
}
