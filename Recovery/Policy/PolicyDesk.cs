using System.Globalization;
using ResetBot.Recovery.Audit;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Policy;

/// <summary>Saves policies, each time as a new version, and puts them into force.</summary>
public sealed class PolicyDesk(IUnitsOfWork units, PolicyBook book)
{
    /// <summary>Puts into force what was saved last; asked once, before anybody is served.</summary>
    public async Task LoadAsync(CancellationToken cancellation)
    {
        if (await units.RunAsync(work => InForceAsync(work, cancellation), cancellation) is { } version)
        {
            book.Take(version);
        }
    }

    /// <summary>Saves a new version and puts it into force, with a record in the audit trail, if nobody did so since the one it is made from.</summary>
    /// <param name="policies">In the order in which they are asked; checked beforehand (<see cref="PolicyCheck"/>).</param>
    /// <param name="madeFrom">The version that they were made from.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="why">Why, in their words.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    public async Task<PolicyChange> PutAsync(
        IReadOnlyList<AccountPolicy> policies, int madeFrom, string by, string why, CancellationToken cancellation)
    {
        var change = await units.RunAsync(work => PutAsync(work, policies, madeFrom, by, why, cancellation), cancellation);
        if (change is PolicyChange.Saved saved)
        {
            book.Take(saved.Version);
        }

        return change;
    }

    /// <summary>A version that was saved; null when there is none of this number.</summary>
    public Task<PolicyVersion?> FindAsync(int number, CancellationToken cancellation) =>
        units.RunAsync(work => work.FindAsync<PolicyVersion>(PolicyVersion.KeyOf(number), cancellation), cancellation);

    /// <summary>The newest versions, the newest first.</summary>
    public Task<IReadOnlyList<PolicyVersion>> HistoryAsync(int most, CancellationToken cancellation) => units.RunAsync<IReadOnlyList<PolicyVersion>>(
        async work =>
        {
            List<PolicyVersion> history = [];
            var newest = (await work.FindAsync<PolicyInForce>(PolicyInForce.OnlyKey, cancellation))?.Number ?? 0;
            for (var number = newest; number > 0 && history.Count < most; number--)
            {
                history.Add((await work.FindAsync<PolicyVersion>(PolicyVersion.KeyOf(number), cancellation))!);
            }

            return history;
        },
        cancellation);

    private static async Task<PolicyChange> PutAsync(
        IUnitOfWork work, IReadOnlyList<AccountPolicy> policies, int madeFrom, string by, string why, CancellationToken cancellation)
    {
        var inForce = await work.FindAsync<PolicyInForce>(PolicyInForce.OnlyKey, cancellation) ?? new PolicyInForce { Number = 0 };
        if (inForce.Number != madeFrom)
        {
            return new PolicyChange.Overtaken(await InForceAsync(work, cancellation));
        }

        inForce.Number++;
        var version = new PolicyVersion { Number = inForce.Number, SavedAt = work.Now, By = by, Why = why, Policies = policies };
        work.Save(version);
        work.Save(inForce);
        work.Append(new AuditEntry(AuditEvent.PolicyChanged, null, null, by, new Dictionary<string, string>
        {
            ["version"] = version.Number.ToString(CultureInfo.InvariantCulture),
            ["why"] = why,
            ["policies"] = string.Join(", ", policies.Select(policy => policy.Name)),
        }));
        return new PolicyChange.Saved(version);
    }

    private static async Task<PolicyVersion?> InForceAsync(IUnitOfWork work, CancellationToken cancellation) =>
        await work.FindAsync<PolicyInForce>(PolicyInForce.OnlyKey, cancellation) is { } inForce
            ? await work.FindAsync<PolicyVersion>(PolicyVersion.KeyOf(inForce.Number), cancellation)
            : null;
}
