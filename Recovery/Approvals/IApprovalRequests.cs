using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Vouching;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Approvals;

/// <summary>Brings questions to those who are asked.</summary>
public interface IApprovalRequests
{
    /// <summary>Queues the question: to the approver's personal chat where there is one, and as a mail without any secret to their mailbox.</summary>
    void Ask(IUnitOfWork work, Account approver, ApprovalRequest request, string language);

    /// <summary>Queues an invitation to vouch for somebody, in the same ways.</summary>
    void Invite(IUnitOfWork work, Account colleague, VouchingInvitation invitation, string language);

    /// <summary>Tells a person in their personal chat, where there is one, what a colleague said whom they named.</summary>
    void Tell(IUnitOfWork work, Account person, CaseNews news, string name);
}
