using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Cases;

/// <summary>Carries what happened to a case to its conversation.</summary>
public interface ICaseEvents
{
    /// <summary>Queues the event; it becomes a turn of the conversation, once, after the unit of work was saved.</summary>
    void Tell(IUnitOfWork work, RecoveryCase recoveryCase, CaseEvent happened);
}
