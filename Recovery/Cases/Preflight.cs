using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Policy;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Cases;

/// <summary>Sees before the first challenge what would fail anyway.</summary>
public sealed class Preflight(CaseAccounts accounts, MethodJudge judge, AttemptLimiter limiter, RecoveryPolicy policy)
{
    /// <summary>What stands in the way of an operation on this account; null when nothing does.</summary>
    internal CaseStart? Obstacle(AccountRecord record, Account account, Operation operation, DateTimeOffset now)
    {
        if (!account.Enabled)
        {
            return new CaseStart.AccountDisabled();
        }

        if (AttemptLimiter.PausedUntil(record, now) is { } until)
        {
            return until == DateTimeOffset.MaxValue ? new CaseStart.Closed() : new CaseStart.Paused(until);
        }

        return operation switch
        {
            Operation.Change when account.Locked => new CaseStart.AccountLocked(),
            Operation.Register or Operation.Change =>
                AttemptLimiter.MethodPausedUntil(record, ChallengeKeys.CurrentPassword, now) is { } paused ? new CaseStart.Paused(paused) : null,
            Operation.Unlock when !account.Locked => new CaseStart.NotLocked(),
            Operation.Unlock when limiter.Unlocks.UsedUntil(record, now) is { } again => new CaseStart.UnlocksUsed(again),
            _ => TooFewMethods(record, account, operation, now),
        };
    }

    private CaseStart.NotEnoughMethods? TooFewMethods(AccountRecord record, Account account, Operation operation, DateTimeOffset now)
    {
        var methods = judge.Judge(record, account, [], now);
        var needed = policy.GatesFor(operation, account.IsAdministrator);
        return methods.Count(method => method.Standing is MethodStanding.Counts) < needed
            ? new CaseStart.NotEnoughMethods(operation, needed, methods)
            : null;
    }

    /// <summary>Whether a registered method may be used for the next gate of the case; null when there is no such method any more.</summary>
    internal async Task<MethodStanding?> StandingAsync(
        IUnitOfWork work, RecoveryCase recoveryCase, AccountRecord record, string methodId, CancellationToken cancellation)
    {
        var account = await accounts.OfAsync(recoveryCase, cancellation);
        return account is not { Enabled: true }
            ? null
            : judge.Judge(record, account, recoveryCase.Used, work.Now).FirstOrDefault(method => method.Method.Id == methodId).Standing;
    }
}
