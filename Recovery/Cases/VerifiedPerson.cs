using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Methods;

namespace ResetBot.Recovery.Cases;

/// <summary>
/// The proof that a person passed every gate of a case. Only this assembly can make one, so an operation that asks for it cannot be reached
/// without the gates. It holds until <see cref="ExpiresAt"/>.
/// </summary>
public sealed class VerifiedPerson
{
    internal VerifiedPerson(string caseId, AccountId account, Operation operation, IReadOnlyList<MethodKind> factors, DateTimeOffset expiresAt)
    {
        CaseId = caseId;
        Account = account;
        Operation = operation;
        Factors = factors;
        ExpiresAt = expiresAt;
    }

    public string CaseId { get; }
    public AccountId Account { get; }
    public Operation Operation { get; }

    /// <summary>What was used to prove it, in the order it was given.</summary>
    public IReadOnlyList<MethodKind> Factors { get; }

    public DateTimeOffset ExpiresAt { get; }
}
