using ResetBot.Storage;

namespace ResetBot.Bot.Outbox;

/// <summary>Delivers the messages of one kind. Never throws for what a network or a far end can do: that is a <see cref="Delivery"/>.</summary>
internal interface IDeliver
{
    /// <summary>Which messages (<see cref="OutboxItem.Kind"/>).</summary>
    bool Delivers(string kind);

    Task<Delivery> DeliverAsync(OutboxItem item, CancellationToken cancellation);
}
