using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Audit;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Policy;
using ResetBot.Recovery.Secrets;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Cases;

/// <summary>Begins and ends cases.</summary>
public sealed class CaseDesk(IDirectory directory, MethodJudge judge, AttemptLimiter limiter, RecoveryPolicy policy)
{
    /// <summary>Begins a case, or says what stands in its way.</summary>
    public async Task<CaseStart> StartAsync(IUnitOfWork work, CaseRequest request, CancellationToken cancellation)
    {
        Account? account;
        try
        {
            account = await directory.FindByObjectIdAsync(request.ObjectId, cancellation);
        }
        catch (DirectoryUnavailableException)
        {
            return new CaseStart.DirectoryUnavailable();
        }

        if (await limiter.TakeCaseAsync(work, request.Starter, isAddress: false, cancellation) is { } until)
        {
            return Refuse(work, request, account, new CaseStart.TooMany(until));
        }

        if (account is null)
        {
            return Refuse(work, request, account, new CaseStart.UnknownAccount());
        }

        var record = await AccountRecord.OfAsync(work, account.Id, cancellation);
        return Obstacle(record, account, request.Operation, work.Now) is { } obstacle
            ? Refuse(work, request, account, obstacle)
            : Begin(work, request, account);
    }

    /// <summary>Ends a case that is still live; an unproved one with a wrong answer counts as failed.</summary>
    public async Task EndAsync(IUnitOfWork work, RecoveryCase recoveryCase, CaseStatus how, CancellationToken cancellation)
    {
        if (!recoveryCase.IsLive)
        {
            return;
        }

        var failed = recoveryCase.Status == CaseStatus.Open && recoveryCase.WrongAnswers > 0;
        recoveryCase.Status = failed ? CaseStatus.Failed : how;
        recoveryCase.Challenge = null;
        recoveryCase.Proposed = null;
        work.Save(recoveryCase);
        work.Append(recoveryCase.Entry(recoveryCase.Status switch
        {
            CaseStatus.Completed => AuditEvent.CaseCompleted,
            CaseStatus.Failed => AuditEvent.CaseFailed,
            CaseStatus.Expired => AuditEvent.CaseExpired,
            _ => AuditEvent.CaseCancelled,
        }));
        if (failed)
        {
            var record = await AccountRecord.OfAsync(work, recoveryCase.Account, cancellation);
            limiter.CountFailedCase(work, record, recoveryCase);
        }
    }

    /// <summary>The person did something in this case: it lives on for the time that a question may be left alone.</summary>
    public void Touch(IUnitOfWork work, RecoveryCase recoveryCase)
    {
        recoveryCase.LiveUntil(work.Now + policy.QuestionLifetime);
        work.Save(recoveryCase);
    }

    /// <summary>Whether a registered method may be used for the next gate of the case; null when there is no such method any more.</summary>
    internal async Task<MethodStanding?> StandingAsync(
        IUnitOfWork work, RecoveryCase recoveryCase, AccountRecord record, string methodId, CancellationToken cancellation)
    {
        var account = await directory.GetAsync(recoveryCase.Account, cancellation);
        return account is null
            ? null
            : judge.Judge(record, account, recoveryCase.Used, work.Now).FirstOrDefault(method => method.Method.Id == methodId).Standing;
    }

    /// <summary>The operation is done, whatever the case had come to meanwhile.</summary>
    internal static void Complete(IUnitOfWork work, RecoveryCase recoveryCase)
    {
        recoveryCase.Status = CaseStatus.Completed;
        recoveryCase.Challenge = null;
        work.Save(recoveryCase);
        work.Append(recoveryCase.Entry(AuditEvent.CaseCompleted));
    }

    /// <summary>A case that waits for the directory lives as long as that wait, a day at the most.</summary>
    internal static void AwaitDirectory(IUnitOfWork work, RecoveryCase recoveryCase)
    {
        recoveryCase.LiveUntil(work.Now + TimeSpan.FromDays(1));
        work.Save(recoveryCase);
    }

    /// <summary>That wait is over, and the person has as long as for any question.</summary>
    internal void LiveOnly(IUnitOfWork work, RecoveryCase recoveryCase)
    {
        recoveryCase.ExpiresAt = work.Now + policy.QuestionLifetime;
        work.Save(recoveryCase);
    }

    /// <summary>Notes a passed gate; with the last one the person is proved.</summary>
    internal static void PassGate(IUnitOfWork work, RecoveryCase recoveryCase, AccountRecord record, MethodKind kind)
    {
        recoveryCase.Passed.Add(new PassedGate(kind, work.Now));
        recoveryCase.Challenge = null;
        work.Append(recoveryCase.Entry(AuditEvent.GatePassed, ("method", kind.ToString())));
        if (recoveryCase.Gates.Count >= recoveryCase.GatesRequired)
        {
            recoveryCase.Status = CaseStatus.Proved;
            AttemptLimiter.CountSuccess(work, record, recoveryCase.Operation);
        }

        work.Save(recoveryCase);
    }

    private CaseStart? Obstacle(AccountRecord record, Account account, Operation operation, DateTimeOffset now)
    {
        if (!account.Enabled)
        {
            return new CaseStart.AccountDisabled();
        }

        if (AttemptLimiter.PausedUntil(record, now) is { } until)
        {
            return until == DateTimeOffset.MaxValue ? new CaseStart.Closed() : new CaseStart.Paused(until);
        }

        if (operation == Operation.Register)
        {
            return AttemptLimiter.MethodPausedUntil(record, ChallengeKeys.CurrentPassword, now) is { } paused ? new CaseStart.Paused(paused) : null;
        }

        var methods = judge.Judge(record, account, [], now);
        var needed = policy.GatesFor(operation, account.IsAdministrator);
        return methods.Count(method => method.Standing is MethodStanding.Counts) < needed
            ? new CaseStart.NotEnoughMethods(needed, methods)
            : null;
    }

    private CaseStart.Started Begin(IUnitOfWork work, CaseRequest request, Account account)
    {
        var begun = new RecoveryCase
        {
            Id = Draw.Name(),
            Account = account.Id,
            Operation = request.Operation,
            Conversation = request.Conversation,
            Starter = request.Starter,
            Language = request.Language,
            StartedAt = work.Now,
            ExpiresAt = work.Now + policy.QuestionLifetime,
            GatesRequired = policy.GatesFor(request.Operation, account.IsAdministrator),
        };
        work.Save(begun);
        work.Append(begun.Entry(AuditEvent.CaseStarted, ("operation", request.Operation.ToString())));
        return new CaseStart.Started(begun, account);
    }

    private static CaseStart Refuse(IUnitOfWork work, CaseRequest request, Account? account, CaseStart why)
    {
        var details = new Dictionary<string, string> { ["operation"] = request.Operation.ToString(), ["reason"] = why.GetType().Name };
        work.Append(new AuditEntry(AuditEvent.CaseRefused, account?.Id, null, request.Starter, details));
        return why;
    }
}
