using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Policy;
using ResetBot.Recovery.Secrets;

namespace ResetBot.Recovery.Cases;

/// <summary>What a case is when it begins.</summary>
internal static class CaseBeginning
{
    /// <summary>A new case. Where there is no account, or the policies refuse and the person may not know it, it is one that nothing can prove.</summary>
    public static RecoveryCase Of(
        CaseRequest request,
        AccountId id,
        Account? account,
        PolicySet policies,
        DateTimeOffset now,
        DateTimeOffset expires,
        AccountRecord record,
        (string Told, string Share)? stranger)
    {
        var permits = account is null ? null : policies.Rule(account, request.Operation) as PolicyRuling.Permits;
        return new RecoveryCase
        {
            Id = Draw.Name(now),
            Account = id,
            Known = new KnownAccount(account),
            Operation = request.Operation,
            BegunIn = request.Conversation,
            BegunBy = request.Starter,
            Language = request.Language,
            StartedAt = now,
            ExpiresAt = expires,
            BegunAfterVoids = record.CasesVoided,
            GatesRequired = permits?.GatesFor(knowsPerson: stranger is null) ?? AdministratorFloor.Gates,
            Terms = permits is null
                ? new CaseTerms(policies.Version, [], TellsPerson: true, TellsAdministratorsAt: null)
                : new CaseTerms(permits.Version, permits.Methods, permits.Policy.NotifyPerson, permits.Policy.NotifyAdministratorsAt)
                {
                    RegisterByDirectory = permits.Policy.RegisterByDirectory,
                    ColleaguesRequired = permits.Policy.ColleaguesRequired,
                    Cooling = permits.Cooling,
                },
            Stranger = stranger?.Told,
            StrangerShare = stranger?.Share,
            IsDecoy = account is not { Enabled: true } || permits is null,
            MoveNumber = stranger is null ? null : Draw.Digits(CaseMoves.Digits),
        };
    }

    /// <summary>Why a case is one that nothing can prove, for the audit trail; <c>no</c> when it is none.</summary>
    public static string Decoy(Account? account, PolicySet policies, Operation operation) => account switch
    {
        null => "no such account",
        { Enabled: false } => "disabled",
        _ when policies.Rule(account, operation) is var ruling and not PolicyRuling.Permits => ruling.GetType().Name,
        _ => "no",
    };
}
