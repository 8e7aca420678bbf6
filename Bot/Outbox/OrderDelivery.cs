using System.Text.Json;
using ResetBot.Recovery.Accounts;
using ResetBot.Storage;

namespace ResetBot.Bot.Outbox;

/// <summary>Has the directory do what was ordered with a unit of work: again, until it has answered.</summary>
/// <typeparam name="TOrder">What is ordered.</typeparam>
/// <param name="kind">The kind of message that carries such an order.</param>
/// <param name="run">Carries one out; it may be asked to do the same once more.</param>
internal sealed class OrderDelivery<TOrder>(string kind, Func<TOrder, CancellationToken, Task> run) : IDeliver
{
    public bool Delivers(string kindOfMessage) => kindOfMessage == kind;

    public async Task<Delivery> DeliverAsync(OutboxItem item, CancellationToken cancellation)
    {
        try
        {
            await run(JsonSerializer.Deserialize<TOrder>(item.Body.Span)!, cancellation);
            return new Delivery.Delivered(null);
        }
        catch (DirectoryUnavailableException)
        {
            return new Delivery.Retry(null, "the directory did not answer");
        }
    }
}
