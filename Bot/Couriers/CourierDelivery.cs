using System.Text.Json;
using ResetBot.Bot.Outbox;
using ResetBot.Storage;

namespace ResetBot.Bot.Couriers;

/// <summary>Hands e-mails and text messages to their couriers.</summary>
internal sealed class CourierDelivery(IEnumerable<ICourier> couriers) : IDeliver
{
    private readonly IReadOnlyList<ICourier> _couriers = [.. couriers];

    public bool Delivers(string kind) => kind is "email" or "sms";

    /// <summary>Every courier of that way carries it; the first that fails decides what becomes of it.</summary>
    public async Task<Delivery> DeliverAsync(OutboxItem item, CancellationToken cancellation)
    {
        var message = JsonSerializer.Deserialize<CourierMessage>(item.Body.Span)!;
        Delivery delivery = new Delivery.Refused($"no courier for {item.Kind}");
        foreach (var courier in _couriers.Where(courier => courier.Via == item.Kind))
        {
            delivery = await courier.SendAsync(message, cancellation);
            if (delivery is not Delivery.Delivered)
            {
                return delivery;
            }
        }

        return delivery;
    }
}
