using System.Text.Json;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Operations;
using ResetBot.Storage;

namespace ResetBot.Bot.Outbox;

/// <summary>Has the directory end the sessions that were ordered to end.</summary>
internal sealed class SessionsDelivery(SessionsOperation sessions) : IDeliver
{
    public bool Delivers(string kind) => kind == SessionsOrder.MessageKind;

    public async Task<Delivery> DeliverAsync(OutboxItem item, CancellationToken cancellation)
    {
        try
        {
            await sessions.RunAsync(JsonSerializer.Deserialize<SessionsOrder>(item.Body.Span)!, cancellation);
            return new Delivery.Delivered(null);
        }
        catch (DirectoryUnavailableException)
        {
            return new Delivery.Retry(null, "the directory did not answer");
        }
    }
}
