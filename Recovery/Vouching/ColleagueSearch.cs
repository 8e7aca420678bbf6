using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Approvals;
using ResetBot.Recovery.Cases;

namespace ResetBot.Recovery.Vouching;

/// <summary>Finds the colleague whom a person means. What it says tells no more than anybody of the company finds in its address book.</summary>
public sealed class ColleagueSearch(IDirectory directory, ApprovalRules rules)
{
    /// <summary>
    /// The one whom a typed name or address names, or why none can be named. Whether their own account was recovered or stopped lately is not looked at,
    /// since that is nobody else's business: it is when they accept and when they vouch.
    /// </summary>
    /// <exception cref="DirectoryUnavailableException">The directory does not answer.</exception>
    internal async Task<(Account? Colleague, ColleagueNaming? Refused)> FindAsync(string typed, Account person, CancellationToken cancellation)
    {
        var name = TypedName.Normal(typed);
        IReadOnlyList<Account> found;
        try
        {
            found = name.Length is > 0 and <= TypedName.Longest ? await directory.FindPeopleAsync(name, cancellation) : [];
        }
        catch (AccountNotUniqueException)
        {
            return (null, new ColleagueNaming.SeveralFound());
        }

        List<Account> able = [.. found.Where(account => account is { Enabled: true, IsGuest: false }).DistinctBy(account => account.Id)];
        if (able is not [var colleague])
        {
            return (null, able.Count == 0 ? new ColleagueNaming.NotFound() : new ColleagueNaming.SeveralFound());
        }

        return await rules.RelationAsync(colleague, person.Id, cancellation) switch
        {
            ApprovalConflict.Oneself => (null, new ColleagueNaming.Oneself()),
            ApprovalConflict.Report => (null, new ColleagueNaming.Report(colleague.DisplayName)),
            _ => (colleague, null),
        };
    }

    /// <summary>Somebody who is there; null when they are gone or disabled.</summary>
    /// <exception cref="DirectoryUnavailableException">The directory does not answer.</exception>
    internal async Task<Account?> PersonAsync(AccountId id, CancellationToken cancellation) =>
        await directory.GetAsync(id, cancellation) is { Enabled: true } account ? account : null;
}
