using System.Text.Json;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Operations;
using ResetBot.Storage;

namespace ResetBot.Bot.Outbox;

/// <summary>Carries out the unlocks that were ordered.</summary>
internal sealed class UnlockDelivery(UnlockOperation unlock) : IDeliver
{
    public bool Delivers(string kind) => kind == UnlockOrder.MessageKind;

    public async Task<Delivery> DeliverAsync(OutboxItem item, CancellationToken cancellation)
    {
        try
        {
            await unlock.RunAsync(JsonSerializer.Deserialize<UnlockOrder>(item.Body.Span)!, cancellation);
            return new Delivery.Delivered(null);
        }
        catch (DirectoryUnavailableException)
        {
            return new Delivery.Retry(null, "the directory did not tell whose account it is");
        }
    }
}
