using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Methods;

namespace ResetBot.Recovery.Policy;

/// <summary>
/// The policies that are in force, in memory. Until somebody has imported some, they are what the configuration says (version 0). One process
/// owns the data directory, and every change goes through <see cref="PolicyDesk"/>, which hands it over here: nothing has to be asked again.
/// </summary>
public sealed class PolicyBook(RecoveryPolicy configured, FactorTable factors)
{
    private PolicySet _inForce = new(0, [configured.ToPolicy()], factors);

    public PolicySet InForce => Volatile.Read(ref _inForce);

    /// <summary>How long a question may be left alone.</summary>
    public TimeSpan QuestionLifetime => configured.QuestionLifetime;

    /// <summary>What is said to an operation on an account.</summary>
    public PolicyRuling Rule(Account account, Operation operation) => InForce.Rule(account, operation);

    /// <summary>What a case of this account has to do with now: gates, methods and proofs are brought to it, never below what it was begun with.</summary>
    internal PolicyRuling Hold(RecoveryCase recoveryCase, Account account)
    {
        var ruling = Rule(account, recoveryCase.Operation);
        recoveryCase.Hold(ruling);
        return ruling;
    }

    /// <summary>The help desk of the policy that holds for an account; null when that is the installation's.</summary>
    public string? HelpDeskOf(Account? account) => account is null ? null : InForce.Of(account)?.HelpDesk;

    /// <summary>How many of the colleagues whom its owner named have to vouch for an account.</summary>
    internal int ColleaguesRequired(Account account) => InForce.Of(account)?.ColleaguesRequired ?? Vouching.NamedColleagues.Fewest;

    /// <summary>When what is added to the methods of an account later begins to count.</summary>
    internal TimeSpan Freshness(Account account) => (InForce.Of(account) ?? new AccountPolicy { Name = "" }).Freshness;

    /// <summary>Whether the person is told what was done in a case: when it was begun under a policy that says so, or one says so now.</summary>
    public bool TellsPerson(RecoveryCase recoveryCase, Account account) =>
        recoveryCase.Terms is not { TellsPerson: false } || InForce.Of(account) is not { NotifyPerson: false };

    /// <summary>Who is told that the password of an administrator was reset; null when the account is none, or nobody is.</summary>
    public string? ToldOfAdministrators(RecoveryCase recoveryCase, Account account) =>
        account.IsAdministrator ? InForce.Of(account)?.NotifyAdministratorsAt ?? recoveryCase.Terms?.TellsAdministratorsAt : null;

    /// <summary>Who is told that the owner of an account says that something was not they; null when nobody is.</summary>
    public string? ToldOfObjections(Account account) => InForce.Of(account)?.NotifyAdministratorsAt;

    /// <summary>Every address that a policy names for administrators.</summary>
    public IReadOnlyList<string> Administrators =>
        [.. InForce.Policies.Select(policy => policy.NotifyAdministratorsAt).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>Takes over a version that was saved; an older one than that in force changes nothing.</summary>
    internal void Take(PolicyVersion saved)
    {
        var taken = new PolicySet(saved.Number, saved.Policies, factors);
        PolicySet before;
        do
        {
            before = InForce;
            if (before.Version >= taken.Version)
            {
                return;
            }
        }
        while (Interlocked.CompareExchange(ref _inForce, taken, before) != before);
    }
}
