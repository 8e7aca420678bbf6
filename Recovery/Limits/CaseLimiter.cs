using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Limits;

/// <summary>Counts the cases that one person, in whichever channels, or one network address begins.</summary>
public sealed class CaseLimiter(LimitsOptions limits)
{
    /// <summary>Takes one case from the budget of a person or an address; gives the end of the pause instead when there is none left.</summary>
    public async Task<DateTimeOffset?> TakeAsync(IUnitOfWork work, string starter, bool isAddress, CancellationToken cancellation)
    {
        var key = (isAddress ? "address:" : "user:") + starter;
        var allowed = isAddress ? limits.CasesPerAddressPerHour : limits.CasesPerUserPerHour;
        var budget = await work.FindAsync<CaseBudget>(key, cancellation) ?? new CaseBudget { Key = key };
        if (AttemptLimiter.Future(budget.RefusedUntil, work.Now) is { } refused)
        {
            return refused;
        }

        var hour = TimeSpan.FromHours(1);
        budget.LastAt = work.Now;
        work.Save(budget);
        if (budget.Started.In(hour, work.Now) >= allowed)
        {
            budget.RefusedUntil = work.Now + hour;
            budget.Started.ClearUntil(work.Now);
            return budget.RefusedUntil;
        }

        budget.Started.Add(hour, work.Now);
        return null;
    }
}
