using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Notices;

/// <summary>Tells people what happened to their account, with the unit of work that did it.</summary>
public interface INotices
{
    /// <summary>Queues the notice to the account's mailbox and to the registered e-mail address and phone.</summary>
    Task TellAsync(IUnitOfWork work, Notice notice, CancellationToken cancellation);
}
