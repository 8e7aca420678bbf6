using ResetBot.Bot.Channels.Teams.Inbound;
using ResetBot.Bot.Channels.Teams.Outbound;
using ResetBot.Dialogs.Turns;
using ResetBot.Storage;

namespace ResetBot.Bot.Outbox;

/// <summary>Delivers to conversations in Teams.</summary>
internal sealed class TeamsDelivery(ConnectorClient connector, ChatMessages messages) : IDeliver
{
    public bool Delivers(string kind) => kind == InboundTrust.Channel;

    public async Task<Delivery> DeliverAsync(OutboxItem item, CancellationToken cancellation)
    {
        var activity = QueuedActivity.Read(item.Body);
        var updates = activity is { Kind: OutgoingKind.Update, TrackAs: { } sent } ? await messages.FindAsync(sent, cancellation) : null;
        var delivery = await connector.SendAsync(activity, updates, cancellation);
        return await messages.NoteAsync(delivery, activity.Conversation, activity.Kind == OutgoingKind.Message ? activity.TrackAs : null);
    }
}
