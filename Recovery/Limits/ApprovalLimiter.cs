using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Limits;

/// <summary>Counts questions to others, so that nobody is asked until they give in.</summary>
public sealed class ApprovalLimiter(LimitsOptions limits)
{
    /// <summary>Takes one question from the account's budget; gives the moment from which on there is one again instead when none is left.</summary>
    public DateTimeOffset? Take(IUnitOfWork work, AccountRecord record)
    {
        var asked = record.Approvals ??= new SlidingCount();
        if (asked.FullUntil(limits.ApprovalsPerAccount, limits.ApprovalsWindow, work.Now) is { } until)
        {
            return until;
        }

        asked.Add(limits.ApprovalsWindow, work.Now);
        work.Save(record);
        return null;
    }
}
