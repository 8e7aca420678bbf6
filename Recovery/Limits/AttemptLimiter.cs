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
    /// <summary>How often accounts are unlocked.</summary>
    public UnlockLimiter Unlocks { get; } = new(limits);

    /// <summary>How often cases are begun.</summary>
    public CaseLimiter Cases { get; } = new(limits);

    /// <summary>How many resets of an account are under way.</summary>
    public ResetLimiter Resets { get; } = new(limits);

    /// <summary>How often others are asked about an account.</summary>
    public ApprovalLimiter Approvals { get; } = new(limits);

    /// <summary>
    /// Until when recovery of this account is paused; <see cref="DateTimeOffset.MaxValue"/> when it is closed or was stopped by its owner; null
    /// when it is open.
    /// </summary>
    public static DateTimeOffset? PausedUntil(AccountRecord record, DateTimeOffset now) =>
        record.Closed || record.FrozenAt is not null ? DateTimeOffset.MaxValue : Future(record.PausedUntil, now);

    /// <summary>The same for one case, which leads nowhere any more when recovery was stopped after it was begun.</summary>
    public static DateTimeOffset? PausedUntil(AccountRecord record, RecoveryCase recoveryCase, DateTimeOffset now) =>
        IsVoid(record, recoveryCase) ? DateTimeOffset.MaxValue : PausedUntil(record, now);

    /// <summary>Whether the owner of the account has put an end to this case, or to what linked the chat in which it was.</summary>
    public static bool IsVoid(AccountRecord record, RecoveryCase recoveryCase) =>
        record.FrozenAt is not null || recoveryCase.StartedAt <= record.CasesVoidUntil || recoveryCase.BegunAfterVoids < record.CasesVoided
        || (record.Unlinked is { } ended && CasePlace.Of(recoveryCase).Any(place => recoveryCase.StartedAt <= ended.GetValueOrDefault(place.Person)));

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
            return PauseSends(work, record, recoveryCase, limits.SendPause);
        }

        if (recoveryCase.IsBlind)
        {
            if (record.StrangerSends.In(limits.StrangerSendsWindow, work.Now) >= limits.StrangerSendsPerAddress)
            {
                return PauseSends(work, record, recoveryCase, limits.StrangerSendsWindow);
            }

            record.StrangerSends.Add(limits.StrangerSendsWindow, work.Now);
        }

        record.Sends.Add(limits.SendsWindow, work.Now);
        return null;
    }

    /// <summary>Counts a wrong answer to a method of the account.</summary>
    public void CountWrongAnswer(IUnitOfWork work, AccountRecord record, RecoveryCase recoveryCase, string methodKey)
    {
        var wrong = Counter(record, methodKey);
        wrong.Add(limits.WrongAnswersWindow, work.Now);
        CountFailure(work, record, recoveryCase);
        if (wrong.In(limits.WrongAnswersWindow, work.Now) >= limits.WrongAnswersPerMethod)
        {
            Pause(work, record, recoveryCase, methodKey);
        }

        if (recoveryCase.IsBlind)
        {
            CountStrangersWrongAnswer(work, record, recoveryCase);
        }
    }

    /// <summary>
    /// Takes one try with the current password from the account's budget, which stays below the directory's own lockout; false when there is
    /// none left. Only a right password gives it back.
    /// </summary>
    public bool TakePasswordTry(IUnitOfWork work, AccountRecord record, Accounts.DirectoryPasswordRules rules)
    {
        if (MethodPausedUntil(record, ChallengeKeys.CurrentPassword, work.Now) is not null)
        {
            return false;
        }

        var threshold = rules.LockoutThreshold == 0
            ? limits.WrongAnswersPerMethod
            : Math.Clamp(rules.LockoutThreshold - limits.TriesBelowDirectoryLockout, 1, limits.WrongAnswersPerMethod);
        var window = rules.LockoutWindow > limits.WrongAnswersWindow ? rules.LockoutWindow : limits.WrongAnswersWindow;
        var tries = Counter(record, ChallengeKeys.CurrentPassword);
        if (tries.In(window, work.Now) >= threshold)
        {
            return false;
        }

        tries.Add(window, work.Now);
        record.PasswordTriesLeft = threshold - tries.In(window, work.Now);
        work.Save(record);
        return true;
    }

    /// <summary>Counts a current password that was wrong; its try was taken before.</summary>
    public void CountWrongPassword(IUnitOfWork work, AccountRecord record, RecoveryCase recoveryCase)
    {
        CountFailure(work, record, recoveryCase);
        if (record.PasswordTriesLeft <= 0)
        {
            Pause(work, record, recoveryCase, ChallengeKeys.CurrentPassword);
        }
    }

    /// <summary>Counts a case that ended unproved after at least one wrong answer.</summary>
    public void CountFailedCase(IUnitOfWork work, AccountRecord record, RecoveryCase recoveryCase)
    {
        record.FailedCases.Add(limits.FailedCasesWindow, work.Now);
        work.Save(record);
        if (record.FailedCases.In(limits.FailedCasesWindow, work.Now) >= limits.FailedCasesPerAccount)
        {
            record.FailedCases.ClearUntil(work.Now);
            PauseRecovery(work, record, recoveryCase, limits.AccountPause);
        }
    }

    /// <summary>
    /// Clears the failure counters: the person proved who they are. What is proved by less than a reset asks for must not buy new tries at the
    /// other methods: it clears the counters of what it was proved with only.
    /// </summary>
    public static void CountSuccess(IUnitOfWork work, AccountRecord record, RecoveryCase recoveryCase)
    {
        work.Save(record);
        if (recoveryCase.Operation != Operation.Reset)
        {
            foreach (var gate in recoveryCase.Gates)
            {
                record.WrongAnswers.Remove(ChallengeKeys.Of(gate.Kind));
            }

            return;
        }

        record.WrongAnswers.Clear();
        record.StrangerWrongAnswers.Clear();
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
            record.Resets.ClearUntil(work.Now);
            PauseRecovery(work, record, recoveryCase, limits.ResetPause);
        }
    }

    private static SlidingCount Counter(AccountRecord record, string methodKey)
    {
        if (!record.WrongAnswers.TryGetValue(methodKey, out var counter))
        {
            record.WrongAnswers[methodKey] = counter = new SlidingCount();
        }

        return counter;
    }

    private void CountFailure(IUnitOfWork work, AccountRecord record, RecoveryCase recoveryCase)
    {
        record.ConsecutiveFailures++;
        recoveryCase.WrongAnswers++;
        work.Save(record);
        work.Save(recoveryCase);
        if (record.ConsecutiveFailures >= limits.ConsecutiveFailures && !record.Closed)
        {
            record.Closed = true;
            work.Append(recoveryCase.Entry(AuditEvent.RecoveryClosed));
        }
    }

    // Slow guessing pauses no method, and would use up in a day what all strangers together may guess.
    private void CountStrangersWrongAnswer(IUnitOfWork work, AccountRecord record, RecoveryCase recoveryCase)
    {
        record.StrangerWrongAnswers.Add(limits.StrangerWrongAnswersWindow, work.Now);
        if (record.StrangerWrongAnswers.In(limits.StrangerWrongAnswersWindow, work.Now) >= limits.StrangerWrongAnswersPerAddress)
        {
            record.StrangerWrongAnswers.ClearUntil(work.Now);
            PauseRecovery(work, record, recoveryCase, limits.AccountPause);
        }
    }

    private static void PauseRecovery(IUnitOfWork work, AccountRecord record, RecoveryCase recoveryCase, TimeSpan time)
    {
        record.PausedUntil = Later(record.PausedUntil, work.Now + time);
        work.Append(recoveryCase.Entry(AuditEvent.RecoveryPaused));
    }

    private static DateTimeOffset? PauseSends(IUnitOfWork work, AccountRecord record, RecoveryCase recoveryCase, TimeSpan time)
    {
        record.SendsPausedUntil = Later(record.SendsPausedUntil, work.Now + time);
        record.Sends.ClearUntil(work.Now);
        record.StrangerSends.ClearUntil(work.Now);
        work.Append(recoveryCase.Entry(AuditEvent.SendsPaused));
        return record.SendsPausedUntil;
    }

    private void Pause(IUnitOfWork work, AccountRecord record, RecoveryCase recoveryCase, string methodKey)
    {
        record.MethodPauses[methodKey] = Later(record.MethodPauses.TryGetValue(methodKey, out var until) ? until : null, work.Now + limits.MethodPause);
        Counter(record, methodKey).ClearUntil(work.Now);
        work.Append(recoveryCase.Entry(AuditEvent.MethodPaused, ("method", methodKey)));
    }

    // Another fault, a shorter pause or a clock that was set back ends none before its time.
    private static DateTimeOffset Later(DateTimeOffset? before, DateTimeOffset until) => before > until ? before.Value : until;

    internal static DateTimeOffset? Future(DateTimeOffset? moment, DateTimeOffset now) => moment > now ? moment : null;
}
