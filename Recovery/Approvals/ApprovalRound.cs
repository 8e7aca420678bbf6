using ResetBot.Recovery.Accounts;

namespace ResetBot.Recovery.Approvals;

/// <summary>Whose word a challenge waits for, and how many of them it takes.</summary>
/// <param name="Needed">So many different people.</param>
/// <param name="Open">Those who were asked and have not answered.</param>
/// <param name="Given">What those said who answered.</param>
public sealed record ApprovalRound(int Needed, IReadOnlyList<AccountId> Open, IReadOnlyList<ApprovalWord> Given)
{
    /// <summary>The words that are still needed can come.</summary>
    internal bool CanSuffice => Given.Count + Open.Count >= Needed;

    internal ApprovalRound Without(AccountId approver) => this with { Open = [.. Open.Where(one => one != approver)] };

    /// <summary>One of the words was said by this person, or comes from the same channel user or conversation.</summary>
    internal bool Knows(AccountId approver, string actor, string conversation) =>
        Given.Any(word => word.Approver == approver || word.Actor == actor || word.Conversation == conversation);
}
