using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Limits;

/// <summary>Tells administrators of costs, with the unit of work that noticed.</summary>
public interface ICostAlarms
{
    /// <summary>Queues a mail to each address that a policy in force names for administrators.</summary>
    void Tell(IUnitOfWork work, CostAlarm alarm);
}
