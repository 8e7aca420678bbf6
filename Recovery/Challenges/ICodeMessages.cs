using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Challenges;

/// <summary>Puts codes into words and on their way, with the unit of work that issued them.</summary>
public interface ICodeMessages
{
    /// <summary>Queues the message. It names the operation, the account (masked) and where it was asked from.</summary>
    Task QueueAsync(IUnitOfWork work, CodeMessage message, CancellationToken cancellation);
}
