using ResetBot.Bot.Couriers;
using ResetBot.Bot.Outbox;

namespace ResetBot.Bot.Demo;

/// <summary>Carries messages to the demonstration's outbox.</summary>
internal sealed class DemoCourier(string via, DemoOutbox outbox) : ICourier
{
    public string Via => via;

    public async Task<Delivery> SendAsync(CourierMessage message, CancellationToken cancellation)
    {
        await outbox.KeepAsync(message.Id, message.Via, message.To, message.Subject, message.Text);
        return new Delivery.Delivered(message.Id);
    }
}
