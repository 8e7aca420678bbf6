using ResetBot.Bot.Outbox;

namespace ResetBot.Bot.Couriers;

/// <summary>
/// Carries one message to its far end. Never throws for what a network or a far end can do: that is a <see cref="Delivery"/>. Never logs
/// the text, and the address only masked.
/// </summary>
public interface ICourier
{
    /// <summary>Which messages it carries (<see cref="CourierMessage.Via"/>).</summary>
    string Via { get; }

    Task<Delivery> SendAsync(CourierMessage message, CancellationToken cancellation);
}
