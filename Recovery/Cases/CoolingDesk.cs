using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Audit;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Notices;
using ResetBot.Recovery.Policy;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Cases;

/// <summary>Has a proved reset wait where the policy says so, and tells the owner of the account, who may object meanwhile.</summary>
public sealed class CoolingDesk(CaseAccounts accounts, PolicyBook policies, INotices notices)
{
    /// <summary>For how long the new password can be chosen once the waiting time is over: people sleep.</summary>
    internal static readonly TimeSpan TimeToCome = TimeSpan.FromHours(24);

    /// <summary>Until when a proved reset waits, so that the owner of the account can object; null when it need not.</summary>
    internal static DateTimeOffset? UntilOf(RecoveryCase recoveryCase, PolicyRuling ruling)
    {
        if (recoveryCase.Operation != Operation.Reset || recoveryCase.Status != CaseStatus.Proved)
        {
            return null;
        }

        var resists = recoveryCase.Gates.Any(gate => FactorTable.Published.Of(gate.Kind).ResistsPhishing);
        var begun = recoveryCase.Terms?.Cooling.For(resists) ?? TimeSpan.Zero;
        var inForce = (ruling as PolicyRuling.Permits)?.Cooling.For(resists) ?? TimeSpan.Zero;
        var wait = begun > inForce ? begun : inForce;
        return wait > TimeSpan.Zero ? recoveryCase.Gates.Max(gate => gate.At) + wait : null;
    }

    /// <summary>How a proved reset stands now. What the owner has to hear of it is told with the unit of work, once.</summary>
    /// <exception cref="DirectoryUnavailableException">The directory does not answer.</exception>
    public async Task<CaseCooling> LookAsync(IUnitOfWork work, RecoveryCase recoveryCase, CancellationToken cancellation)
    {
        var record = await AccountRecord.OfAsync(work, recoveryCase.Account, cancellation);
        if (AttemptLimiter.IsVoid(record, recoveryCase) || await accounts.OfAsync(recoveryCase, cancellation) is not { } account)
        {
            return new CaseCooling.Stopped();
        }

        var ruling = policies.Hold(recoveryCase, account);
        if (!recoveryCase.IsProved(Operation.Reset, work.Now))
        {
            return new CaseCooling.Overruled();
        }

        if (UntilOf(recoveryCase, ruling) is not { } until)
        {
            return new CaseCooling.None();
        }

        return work.Now < until
            ? await BeginAsync(work, recoveryCase, account, record, until, cancellation)
            : new CaseCooling.Over(until + TimeToCome);
    }

    /// <summary>The waiting time has just passed: its owner hears, once, that they can go on.</summary>
    public async Task TellOverAsync(IUnitOfWork work, RecoveryCase recoveryCase, DateTimeOffset until, CancellationToken cancellation)
    {
        if (!recoveryCase.ToldCooled && await accounts.OfAsync(recoveryCase, cancellation) is { } account)
        {
            recoveryCase.ToldCooled = true;
            work.Save(recoveryCase);
            var record = await AccountRecord.OfAsync(work, recoveryCase.Account, cancellation);
            work.Append(recoveryCase.Entry(AuditEvent.CoolingOver));
            await notices.TellAsync(work, new Notice.CoolingOver(recoveryCase, account, record, until), cancellation);
        }
    }

    private async Task<CaseCooling> BeginAsync(
        IUnitOfWork work, RecoveryCase recoveryCase, Account account, AccountRecord record, DateTimeOffset until, CancellationToken cancellation)
    {
        recoveryCase.LiveUntil(until + TimeToCome);
        work.Save(recoveryCase);
        if (!recoveryCase.ToldCooling)
        {
            recoveryCase.ToldCooling = true;
            work.Append(recoveryCase.Entry(AuditEvent.CoolingBegan, ("until", until.UtcDateTime.ToString("O"))));
            await notices.TellAsync(work, new Notice.CoolingBegan(recoveryCase, account, record, until), cancellation);
        }

        return new CaseCooling.Waits(until);
    }
}
