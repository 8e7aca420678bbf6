using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Methods;

namespace ResetBot.Recovery.Approvals;

/// <summary>One person is asked whether it is really another one who wants to recover an account.</summary>
/// <param name="Id">Unique.</param>
/// <param name="CaseId">The case that it proves something in.</param>
/// <param name="Account">Whose account it is.</param>
/// <param name="Name">What its owner is called.</param>
/// <param name="Kind">As which method it counts.</param>
/// <param name="Operation">What the person wants.</param>
/// <param name="NumberHash">The keyed hash of the number that the person sees and tells the approver.</param>
/// <param name="AskedAt">When it was asked; a newer question of the case takes its place.</param>
/// <param name="ExpiresAt">From when on no answer counts.</param>
public sealed record ApprovalRequest(
    string Id,
    string CaseId,
    AccountId Account,
    string Name,
    MethodKind Kind,
    Operation Operation,
    string NumberHash,
    DateTimeOffset AskedAt,
    DateTimeOffset ExpiresAt)
{
    /// <summary>The question that a case waits for, as one of those is asked it who can answer.</summary>
    internal static ApprovalRequest Of(string id, RecoveryCase recoveryCase, Account person, string numberHash)
    {
        var challenge = recoveryCase.Challenge!;
        return new ApprovalRequest(
            id, recoveryCase.Id, person.Id, person.DisplayName, challenge.Kind, recoveryCase.Operation, numberHash, challenge.IssuedAt, challenge.ExpiresAt);
    }
}
