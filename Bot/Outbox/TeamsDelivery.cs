using ResetBot.Bot.Channels.Teams.Outbound;
using ResetBot.Dialogs.Turns;
using ResetBot.Recovery.Work;
using ResetBot.Storage;

namespace ResetBot.Bot.Outbox;

/// <summary>Delivers to conversations in Teams, and remembers the ids of messages that may have to be replaced.</summary>
internal sealed class TeamsDelivery(ConnectorClient connector, IUnitsOfWork units, TimeProvider clock) : IDeliver
{
    public bool Delivers(string kind) => kind == "msteams";

    public async Task<Delivery> DeliverAsync(OutboxItem item, CancellationToken cancellation)
    {
        var activity = QueuedActivity.Read(item.Body);
        var updates = activity is { Kind: OutgoingKind.Update, TrackAs: { } sent }
            ? await units.RunAsync(work => work.FindAsync<SentMessage>(sent, cancellation), cancellation)
            : null;
        var delivery = await connector.SendAsync(activity, updates?.MessageId, cancellation);
        if (delivery is Delivery.Gone)
        {
            await CloseAsync(activity.Conversation);
        }

        // A question that was asked again stands in two messages: the newest is the one to replace.
        return delivery is Delivery.Delivered { MessageId: { } id } delivered && activity is { Kind: OutgoingKind.Message, TrackAs: { } track }
            ? delivered with { Remembered = new SentMessage { Key = track, MessageId = id, At = clock.GetUtcNow() } }
            : delivery;
    }

    private Task<bool> CloseAsync(string conversationKey) => units.RunAsync(
        async work =>
        {
            if (await work.FindAsync<Conversation>(conversationKey, CancellationToken.None) is { Gone: false } conversation)
            {
                conversation.Gone = true;
                work.Save(conversation);
            }

            return true;
        },
        CancellationToken.None);
}
