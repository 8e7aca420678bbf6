using ResetBot.Recovery.Audit;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Passkeys;
using ResetBot.Recovery.Secrets;
using ResetBot.Recovery.SecurityQuestions;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Challenges;

/// <summary>Asks challenges and looks at the answers.</summary>
public sealed class ChallengeDesk(
    AttemptLimiter limiter, StrangerLimiter strangers, CodeSending sending, CodeJudge judge, CaseDesk cases, ChallengeOptions options)
{
    /// <summary>What the secrets of authenticator apps are encrypted for.</summary>
    public const string SecretPurpose = "authenticator-secret";

    // What was not sent ends with its case, which nobody keeps alive for longer.
    private static readonly TimeSpan LongestCase = TimeSpan.FromDays(1);

    private readonly ChallengeObstacles _obstacles = new(cases);

    /// <summary>
    /// Asks for the registered method of this kind, which counts now. An earlier challenge of the case is void. As long as nothing was proved
    /// in the case, every kind is asked for alike, whether the account has it or not.
    /// </summary>
    public async Task<ChallengeIssue> AskAsync(IUnitOfWork work, RecoveryCase recoveryCase, MethodKind kind, CancellationToken cancellation)
    {
        var record = await AccountRecord.OfAsync(work, recoveryCase.Account, cancellation);
        var counted = await StrangerLimiter.CountedAsync(work, recoveryCase, cancellation);
        if (recoveryCase.IsBlind && FactorTable.Published.Of(kind).NeverBlind)
        {
            return new ChallengeIssue.DoesNotCount();
        }

        if (recoveryCase.IsBlind)
        {
            var counts = await StrangerLimiter.CountsAsync(work, recoveryCase, cancellation);
            var genuine = await GenuineAsync(work, recoveryCase, record, kind, cancellation);
            return await AskAsync(
                work, recoveryCase, counted, kind, genuine?.Id ?? "", genuine?.Destination ?? "", counts, cancellation);
        }

        return await cases.FindAsync(work, recoveryCase, record, kind, cancellation) is (var method, MethodStanding.Counts or MethodStanding.Paused)
            && judge.HasQuestion(work, record, method)
            ? await AskAsync(work, recoveryCase, counted, kind, method.Id, method.Destination, blind: null, cancellation)
            : new ChallengeIssue.DoesNotCount();
    }

    /// <summary>Asks for a proof that the proposed method is the person's.</summary>
    public Task<ChallengeIssue> ConfirmAsync(
        IUnitOfWork work, RecoveryCase recoveryCase, AccountRecord record, ProposedMethod proposed, CancellationToken cancellation) =>
        AskAsync(work, recoveryCase, record, proposed.Kind, methodId: null, proposed.Destination, blind: null, cancellation);

    /// <summary>Looks at an answer. A right one is used up; a wrong one is counted, whichever it was.</summary>
    public Task<ChallengeAnswer> AnswerAsync(IUnitOfWork work, RecoveryCase recoveryCase, OneTimeCode code, CancellationToken cancellation) =>
        AnswerAsync(work, recoveryCase, (record, challenge) => judge.IsRight(recoveryCase, record, challenge, code, work.Now), cancellation);

    /// <summary>Makes the question that waits worthless.</summary>
    public static void Void(IUnitOfWork work, RecoveryCase recoveryCase)
    {
        recoveryCase.Challenge = null;
        work.Save(recoveryCase);
    }

    /// <inheritdoc cref="ChallengeObstacles.AreNoneAsync"/>
    internal Task<bool> StandsAsync(IUnitOfWork work, RecoveryCase recoveryCase, CancellationToken cancellation) =>
        _obstacles.AreNoneAsync(work, recoveryCase, cancellation);

    /// <summary>Takes what others said who were asked.</summary>
    internal Task<ChallengeAnswer> AnswerAsync(IUnitOfWork work, RecoveryCase recoveryCase, bool isRight, CancellationToken cancellation) =>
        AnswerAsync(work, recoveryCase, (_, _) => isRight, cancellation);

    /// <summary>Takes the passkey that was used on the secure page; null for one that is not right.</summary>
    internal Task<ChallengeAnswer> AnswerAsync(IUnitOfWork work, RecoveryCase recoveryCase, Passkey? used, CancellationToken cancellation) =>
        AnswerAsync(work, recoveryCase, (record, challenge) => CodeJudge.IsRight(record, challenge, used), cancellation);

    /// <summary>Takes what the answers on the secure page were worth.</summary>
    internal Task<ChallengeAnswer> AnswerAsync(IUnitOfWork work, RecoveryCase recoveryCase, JudgedAnswers judged, CancellationToken cancellation) =>
        AnswerAsync(work, recoveryCase, (record, challenge) => judge.IsRight(record, challenge, judged), cancellation);

    private async Task<ChallengeAnswer> AnswerAsync(
        IUnitOfWork work, RecoveryCase recoveryCase, Func<AccountRecord, Challenge, bool> isRight, CancellationToken cancellation)
    {
        var record = await AccountRecord.OfAsync(work, recoveryCase.Account, cancellation);
        var counted = await StrangerLimiter.CountedAsync(work, recoveryCase, cancellation);
        if (await _obstacles.FindAsync(work, recoveryCase, record, counted, cancellation) is { } obstacle)
        {
            return obstacle;
        }

        if (recoveryCase.IsBlind)
        {
            return await AnswerBlindlyAsync(work, recoveryCase, record, counted, isRight, cancellation);
        }

        var challenge = recoveryCase.Challenge!;
        return isRight(record, challenge)
            ? Accept(work, recoveryCase, record, counted)
            : Reject(work, recoveryCase, counted, challenge);
    }

    // Everything is looked at before anything is decided, so that a decoy takes as long.
    private async Task<ChallengeAnswer> AnswerBlindlyAsync(
        IUnitOfWork work,
        RecoveryCase recoveryCase,
        AccountRecord record,
        AccountRecord counted,
        Func<AccountRecord, Challenge, bool> isRight,
        CancellationToken cancellation)
    {
        var challenge = recoveryCase.Challenge!;
        var counts = await StrangerLimiter.CountsAsync(work, recoveryCase, cancellation);
        var genuine = await GenuineAsync(work, recoveryCase, record, challenge.Kind, cancellation);
        var answered = isRight(record, challenge);
        var isAsked = challenge.Kind == MethodKind.Passcode ? genuine is not null : !challenge.IsDecoy && genuine?.Id == challenge.MethodId;
        var isWorthIt = isAsked && !strangers.HasGuessedTooOften(work, counts);
        if (answered && isWorthIt)
        {
            StrangerLimiter.CountSuccess(work, counts);
            return Accept(work, recoveryCase, record, counted);
        }

        strangers.CountWrongAnswer(work, counts);
        return Reject(work, recoveryCase, counted, challenge);
    }

    /// <summary>The method of a kind if it can prove anything now, in a case in which that must not show.</summary>
    private async Task<RegisteredMethod?> GenuineAsync(
        IUnitOfWork work, RecoveryCase recoveryCase, AccountRecord record, MethodKind kind, CancellationToken cancellation)
    {
        var found = await cases.FindAsync(work, recoveryCase, record, kind, cancellation);
        return found is (var method, MethodStanding.Counts) && !recoveryCase.IsDecoy && AttemptLimiter.PausedUntil(record, recoveryCase, work.Now) is null ? method : null;
    }

    private async Task<ChallengeIssue> AskAsync(
        IUnitOfWork work,
        RecoveryCase recoveryCase,
        AccountRecord counted,
        MethodKind kind,
        string? methodId,
        string destination,
        StrangerCounts? blind,
        CancellationToken cancellation)
    {
        var limitKey = methodId is null ? ChallengeKeys.Proposed(kind) : ChallengeKeys.Registered(kind);
        if (AttemptLimiter.MethodPausedUntil(counted, limitKey, work.Now) is { } paused)
        {
            return new ChallengeIssue.MethodPaused(paused);
        }

        var row = FactorTable.Published.Of(kind);
        if (limiter.Approvals.Take(work, counted, row) is { } asksPaused)
        {
            return new ChallengeIssue.AskedTooOften(asksPaused);
        }

        if (row.Way == CodeWay.None)
        {
            var asked = new Challenge(kind, methodId, destination, null, work.Now, work.Now + Lifetime(row));
            recoveryCase.LiveUntil(row.ByOthers ? asked.ExpiresAt + cases.QuestionLifetime : work.Now);
            return Keep(work, recoveryCase, asked, AuditEvent.CodeAsked);
        }

        switch (await sending.Budget.TakeAsync(work, recoveryCase, counted, row.Way, destination, blind, cancellation))
        {
            case SendPermit.Paused sends:
                return new ChallengeIssue.SendsPaused(sends.Until);
            case SendPermit.Capped capped:
                return new ChallengeIssue.CapReached(capped.Until);
            case SendPermit.Granted granted:
                var challenge = await sending.SendAsync(work, recoveryCase, kind, methodId, destination, granted.IsDecoy, cancellation);
                return Keep(work, recoveryCase, challenge, granted.IsDecoy ? AuditEvent.CodeNotSent : AuditEvent.CodeSent);
            default:
                throw new InvalidOperationException("unknown outcome");
        }
    }

    private TimeSpan Lifetime(FactorRow row) => row.ByOthers ? options.ApprovalLifetime : row.InOtherChat ? options.PushLifetime : LongestCase;

    private ChallengeIssue.Asked Keep(IUnitOfWork work, RecoveryCase recoveryCase, Challenge challenge, AuditEvent happened)
    {
        recoveryCase.Challenge = challenge;
        cases.Touch(work, recoveryCase);
        work.Save(recoveryCase);
        work.Append(recoveryCase.Entry(happened, ("method", challenge.Kind.ToString()), ("to", challenge.Masked)));
        return new ChallengeIssue.Asked(challenge);
    }

    private ChallengeAnswer.Right Accept(IUnitOfWork work, RecoveryCase recoveryCase, AccountRecord record, AccountRecord counted)
    {
        var challenge = recoveryCase.Challenge!;
        recoveryCase.Challenge = null;
        work.Save(record);
        work.Append(recoveryCase.Entry(AuditEvent.CodeRight, ("method", challenge.Kind.ToString())));
        if (challenge.MethodId is not null)
        {
            CaseDesk.PassGate(work, recoveryCase, record, challenge.Kind);
            ClearStranger(work, recoveryCase, record, counted);
        }

        cases.Touch(work, recoveryCase);
        work.Save(recoveryCase);
        return new ChallengeAnswer.Right(challenge);
    }

    // Whoever passed a gate is no stranger: from here on the account's own counters hold.
    private static void ClearStranger(IUnitOfWork work, RecoveryCase recoveryCase, AccountRecord record, AccountRecord counted)
    {
        if (counted != record)
        {
            AttemptLimiter.CountSuccess(work, counted, recoveryCase);
        }
    }

    private ChallengeAnswer Reject(IUnitOfWork work, RecoveryCase recoveryCase, AccountRecord counted, Challenge challenge)
    {
        work.Append(recoveryCase.Entry(AuditEvent.CodeWrong, ("method", challenge.Kind.ToString())));
        limiter.CountWrongAnswer(work, counted, recoveryCase, challenge.LimitKey);
        return AttemptLimiter.MethodPausedUntil(counted, challenge.LimitKey, work.Now) is { } paused
            ? new ChallengeAnswer.MethodPaused(paused)
            : new ChallengeAnswer.Wrong();
    }
}
