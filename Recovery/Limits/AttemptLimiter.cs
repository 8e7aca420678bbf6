using ResetBot.Recovery.Audit;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Limits;

/// <summary>
/// Counts what goes wrong and says when to pause. It only counts on documents of the unit of work, so that parallel attempts exclude each
/// other when they are saved. It never touches the directory account.
/// </summary>
public sealed class AttemptLimiter(LimitsOptions limits)
{
    /// <summary>Until when recovery of this account is paused; <see cref="DateTimeOffset.MaxValue"/> when closed; null when it is open.</summary>
    public static DateTimeOffset? PausedUntil(AccountRecord record, DateTimeOffset now) =>
        record.Closed ? DateTimeOffset.MaxValue : Future(record.PausedUntil, now);

    /// <summary>Until when answers under this key are not looked at; null when they are.</summary>
    public static DateTimeOffset? MethodPausedUntil(AccountRecord record, string methodKey, DateTimeOffset now) =>
        record.MethodPauses.TryGetValue(methodKey, out var until) ? Future(until, now) : null;

    /// <summary>Takes one send from the account's budget; gives the end of the pause instead when there is none left.</summary>
    public DateTimeOffset? TakeSend(IUnitOfWork work, AccountRecord record, RecoveryCase recoveryCase)
    {
        if (Future(record.SendsPausedUntil, work.Now) is { } paused)
        {
            return paused;
        }

        work.Save(record);
        if (record.Sends.In(limits.SendsWindow, work.Now) >= limits.SendsPerAccount)
        {
            record.SendsPausedUntil = work.Now + limits.SendPause;
            record.Sends.Clear();
            work.Append(recoveryCase.Entry(AuditEvent.SendsPaused));
            return record.SendsPausedUntil;
        }

        record.Sends.Add(limits.SendsWindow, work.Now);
        return null;
    }

    /// <summary>Counts a wrong answer to a method of the account.</summary>
    public void CountWrongAnswer(IUnitOfWork work, AccountRecord record, RecoveryCase recoveryCase, string methodKey) =>
        CountWrongAnswer(work, record, recoveryCase, methodKey, limits.WrongAnswersPerMethod, limits.WrongAnswersWindow);

    /// <summary>Counts a wrong current password, which must stay below the directory's own lockout.</summary>
    public void CountWrongPassword(IUnitOfWork work, AccountRecord record, RecoveryCase recoveryCase, Accounts.DirectoryPasswordRules rules)
    {
        var threshold = rules.LockoutThreshold == 0
            ? limits.WrongAnswersPerMethod
            : Math.Clamp(rules.LockoutThreshold - limits.TriesBelowDirectoryLockout, 1, limits.WrongAnswersPerMethod);
        var window = rules.LockoutWindow > limits.WrongAnswersWindow ? rules.LockoutWindow : limits.WrongAnswersWindow;
        CountWrongAnswer(work, record, recoveryCase, ChallengeKeys.CurrentPassword, threshold, window);
    }

    /// <summary>Counts a case that ended unproved after at least one wrong answer.</summary>
    public void CountFailedCase(IUnitOfWork work, AccountRecord record, RecoveryCase recoveryCase)
    {
        record.FailedCases.Add(limits.FailedCasesWindow, work.Now);
        work.Save(record);
        if (record.FailedCases.In(limits.FailedCasesWindow, work.Now) >= limits.FailedCasesPerAccount)
        {
            record.PausedUntil = work.Now + limits.AccountPause;
            record.FailedCases.Clear();
            work.Append(recoveryCase.Entry(AuditEvent.RecoveryPaused));
        }
    }

    /// <summary>
    /// Clears the failure counters: the person proved who they are. A registration is proved by the current password alone, which must not
    /// buy new tries at the methods: it clears its own counter only.
    /// </summary>
    public static void CountSuccess(IUnitOfWork work, AccountRecord record, Operation operation)
    {
        work.Save(record);
        if (operation == Operation.Register)
        {
            record.WrongAnswers.Remove(ChallengeKeys.CurrentPassword);
            return;
        }

        record.WrongAnswers.Clear();
        record.FailedCases.Clear();
        record.ConsecutiveFailures = 0;
    }

    /// <summary>Counts a reset that was done.</summary>
    public void CountReset(IUnitOfWork work, AccountRecord record, RecoveryCase recoveryCase)
    {
        record.Resets.Add(limits.ResetsWindow, work.Now);
        work.Save(record);
        if (record.Resets.In(limits.ResetsWindow, work.Now) >= limits.ResetsPerAccount)
        {
            record.PausedUntil = work.Now + limits.ResetPause;
            record.Resets.Clear();
            work.Append(recoveryCase.Entry(AuditEvent.RecoveryPaused));
        }
    }

    /// <summary>Takes one case from the budget of a channel user or an address; gives the end of the pause instead when there is none left.</summary>
    public async Task<DateTimeOffset?> TakeCaseAsync(IUnitOfWork work, string starter, bool isAddress, CancellationToken cancellation)
    {
        var key = (isAddress ? "address:" : "user:") + starter;
        var allowed = isAddress ? limits.CasesPerAddressPerHour : limits.CasesPerUserPerHour;
        var budget = await work.FindAsync<CaseBudget>(key, cancellation) ?? new CaseBudget { Key = key };
        if (Future(budget.RefusedUntil, work.Now) is { } refused)
        {
            return refused;
        }

        var hour = TimeSpan.FromHours(1);
        budget.LastAt = work.Now;
        work.Save(budget);
        if (budget.Started.In(hour, work.Now) >= allowed)
        {
            budget.RefusedUntil = work.Now + hour;
            budget.Started.Clear();
            return budget.RefusedUntil;
        }

        budget.Started.Add(hour, work.Now);
        return null;
    }

    private void CountWrongAnswer(
        IUnitOfWork work, AccountRecord record, RecoveryCase recoveryCase, string methodKey, int threshold, TimeSpan window)
    {
        if (!record.WrongAnswers.TryGetValue(methodKey, out var wrong))
        {
            record.WrongAnswers[methodKey] = wrong = new SlidingCount();
        }

        wrong.Add(window, work.Now);
        record.ConsecutiveFailures++;
        recoveryCase.CountWrongAnswer();
        work.Save(record);
        work.Save(recoveryCase);
        if (wrong.In(window, work.Now) >= threshold)
        {
            record.MethodPauses[methodKey] = work.Now + limits.MethodPause;
            wrong.Clear();
            work.Append(recoveryCase.Entry(AuditEvent.MethodPaused, ("method", methodKey)));
        }

        if (record.ConsecutiveFailures >= limits.ConsecutiveFailures && !record.Closed)
        {
            record.Closed = true;
            work.Append(recoveryCase.Entry(AuditEvent.RecoveryClosed));
        }
    }

    private static DateTimeOffset? Future(DateTimeOffset? moment, DateTimeOffset now) => moment > now ? moment : null;
}
