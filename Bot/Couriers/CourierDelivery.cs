using System.Text.Json;
using ResetBot.Bot.Outbox;
using ResetBot.Storage;

namespace ResetBot.Bot.Couriers;

/// <summary>Hands the messages of one way, e-mails, text messages or calls, to its couriers.</summary>
internal sealed class CourierDelivery(string via, IEnumerable<ICourier> couriers) : IDeliver
{
    private readonly IReadOnlyList<ICourier> _couriers = [.. couriers.Where(courier => courier.Via == via)];

    public bool Delivers(string kind) => kind == via;

    /// <summary>Every courier of that way carries it; the first that fails decides what becomes of it.</summary>
    public async Task<Delivery> DeliverAsync(OutboxItem item, CancellationToken cancellation)
    {
        var message = JsonSerializer.Deserialize<CourierMessage>(item.Body.Span)!;
        Delivery delivery = new Delivery.Refused($"no courier for {item.Kind}");
        foreach (var courier in _couriers)
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
