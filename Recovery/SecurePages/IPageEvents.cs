using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.SecurePages;

/// <summary>Carries what happened on a secure page to the conversation of its case.</summary>
public interface IPageEvents
{
    /// <summary>Queues the event; it becomes a turn of the conversation, once, after the unit of work was saved.</summary>
    void Tell(IUnitOfWork work, RecoveryCase recoveryCase, PageEvent happened);
}
