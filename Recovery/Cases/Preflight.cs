using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Passwords;
using ResetBot.Recovery.Policy;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Cases;

/// <summary>Sees before the first challenge what would fail anyway.</summary>
public sealed class Preflight(IDirectory directory, CaseAccounts accounts, MethodJudge judge, AttemptLimiter limiter, PolicyBook policies)
{
    /// <summary>What stands in the way of an operation on this account; null when nothing does.</summary>
    /// <exception cref="DirectoryUnavailableException">The directory does not answer.</exception>
    internal async Task<CaseStart?> ObstacleAsync(
        AccountRecord record, Account account, Operation operation, DateTimeOffset now, CancellationToken cancellation) =>
        Obstacle(record, account, operation, now) ?? await TooYoungAsync(account, operation, now, cancellation);

    /// <summary>The same, as far as the directory has told it already.</summary>
    internal CaseStart? Obstacle(AccountRecord record, Account account, Operation operation, DateTimeOffset now) =>
        Told(Find(record, account, operation, now), account);

    /// <summary>The same of what is told only after the gates to whom no channel knows.</summary>
    /// <exception cref="DirectoryUnavailableException">The directory does not answer.</exception>
    internal async Task<CaseStart?> LateObstacleAsync(
        AccountRecord record, Account account, Operation operation, DateTimeOffset now, CancellationToken cancellation)
    {
        var obstacle = Hinders(account, operation) is { } why
            ? new CaseStart.Hindered(why)
            : operation == Operation.Change ? OfPassword(record, account, now) : null;
        return Told(obstacle, account) ?? await TooYoungAsync(account, operation, now, cancellation);
    }

    /// <summary>What keeps the directory from doing this to the account; null when nothing is known to.</summary>
    public static AccountHindrance? Hinders(Account account, Operation operation) => operation switch
    {
        Operation.Register or Operation.Privacy or Operation.Link => null,
        _ when account.Hindrance == AccountHindrance.MayNotChange && operation != Operation.Change => null,
        _ => account.Hindrance,
    };

    private CaseStart? Told(CaseStart? obstacle, Account account) => obstacle is null ? null : obstacle with { HelpDesk = policies.HelpDeskOf(account) };

    // Said before the gates only to those whom a channel knows: it tells that there is such an account.
    private async Task<CaseStart?> TooYoungAsync(Account account, Operation operation, DateTimeOffset now, CancellationToken cancellation)
    {
        if (operation is not (Operation.Reset or Operation.Change))
        {
            return null;
        }

        var rules = await directory.PasswordRulesAsync(account.Id, cancellation);
        return PasswordAge.TooYoungUntil(account, rules, now) is { } until ? Told(new CaseStart.TooYoung(until), account) : null;
    }

    // What keeps the present password from being tried.
    private static CaseStart? OfPassword(AccountRecord record, Account account, DateTimeOffset now) => account.Locked
        ? new CaseStart.AccountLocked()
        : AttemptLimiter.MethodPausedUntil(record, ChallengeKeys.CurrentPassword, now) is { } paused ? new CaseStart.Paused(paused) : null;

    private CaseStart? Find(AccountRecord record, Account account, Operation operation, DateTimeOffset now)
    {
        if (!account.Enabled)
        {
            return new CaseStart.AccountDisabled(account.Origin != AccountOrigin.CloudOnly);
        }

        var ruling = policies.Rule(account, operation);
        if (ruling is not PolicyRuling.Permits permits)
        {
            return new CaseStart.NotPermitted(ruling);
        }

        if (record.FrozenAt is not null)
        {
            return new CaseStart.Stopped();
        }

        if (AttemptLimiter.PausedUntil(record, now) is { } until)
        {
            return until == DateTimeOffset.MaxValue ? new CaseStart.Closed() : new CaseStart.Paused(until);
        }

        if (Hinders(account, operation) is { } why)
        {
            return new CaseStart.Hindered(why);
        }

        return operation switch
        {
            Operation.Change => OfPassword(record, account, now),
            Operation.Register or Operation.Privacy or Operation.Link =>
                AttemptLimiter.MethodPausedUntil(record, ChallengeKeys.CurrentPassword, now) is { } paused ? new CaseStart.Paused(paused) : null,
            Operation.Unlock when !account.Locked => new CaseStart.NotLocked(),
            Operation.Unlock when limiter.Unlocks.UsedUntil(record, now) is { } again => new CaseStart.UnlocksUsed(again),
            _ => TooFewMethods(record, account, operation, permits, now),
        };
    }

    private CaseStart.NotEnoughMethods? TooFewMethods(
        AccountRecord record, Account account, Operation operation, PolicyRuling.Permits permits, DateTimeOffset now)
    {
        var methods = judge.Judge(record, account, permits.Methods, [], permits.Gates, now);
        return judge.Counting(methods) < permits.Gates ? new CaseStart.NotEnoughMethods(operation, permits.Gates, judge.Apart(methods)) : null;
    }

    /// <summary>What each method is worth for the next gate of the case, which is brought to the policies in force.</summary>
    /// <returns>Nothing when the account is disabled or its owner has put an end to the case; null when there is none (any more).</returns>
    internal async Task<IReadOnlyList<(RegisteredMethod Method, MethodStanding Standing)>?> MethodsAsync(
        IUnitOfWork work, RecoveryCase recoveryCase, AccountRecord record, CancellationToken cancellation)
    {
        if (await accounts.OfAsync(recoveryCase, cancellation) is not { } account)
        {
            return null;
        }

        var ruling = policies.Hold(recoveryCase, account);
        return account.Enabled && !AttemptLimiter.IsVoid(record, recoveryCase)
            ?
            [
                .. judge.Judge(record, account, recoveryCase.Allowed(ruling), recoveryCase.Used, recoveryCase.GatesRequired, work.Now),
                .. judge.ForFirstRegistration(record, account, recoveryCase.TrustsDirectory(ruling), work.Now),
            ]
            : [];
    }

    /// <summary>The method of a kind and what it is worth for the next gate of the case; null when the account has none.</summary>
    internal async Task<(RegisteredMethod Method, MethodStanding Standing)?> FindAsync(
        IUnitOfWork work, RecoveryCase recoveryCase, AccountRecord record, MethodKind kind, CancellationToken cancellation)
    {
        foreach (var found in await MethodsAsync(work, recoveryCase, record, cancellation) ?? [])
        {
            if (found.Method.Kind == kind)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>Whether a registered method may be used for the next gate of the case; null when there is no such method any more.</summary>
    internal async Task<MethodStanding?> StandingAsync(
        IUnitOfWork work, RecoveryCase recoveryCase, AccountRecord record, string methodId, CancellationToken cancellation) =>
        (await MethodsAsync(work, recoveryCase, record, cancellation))?.FirstOrDefault(method => method.Method.Id == methodId).Standing;
}
