using ResetBot.Recovery.Accounts;

namespace ResetBot.Recovery.Cases;

/// <summary>What others said who were asked about the person of a case.</summary>
/// <param name="Needed">How many have to approve.</param>
/// <param name="Left">How many have not answered yet.</param>
/// <param name="Given">Who has approved.</param>
internal sealed record CaseApprovals(int Needed, int Left, IReadOnlyList<AccountId> Given)
{
    public bool AreEnough => Given.Count >= Needed;

    public bool CanBeEnough => Given.Count + Left >= Needed;

    public CaseApprovals With(AccountId approver) => Given.Contains(approver) ? this : this with { Left = Left - 1, Given = [.. Given, approver] };

    public CaseApprovals Without() => this with { Left = Left - 1 };
}
