using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Approvals;

/// <summary>Brings questions to those who are asked.</summary>
public interface IApprovalRequests
{
    /// <summary>Queues the question: to the approver's personal chat where there is one, and as a mail without any secret to their mailbox.</summary>
    void Ask(IUnitOfWork work, Account approver, ApprovalRequest request, string language);
}
