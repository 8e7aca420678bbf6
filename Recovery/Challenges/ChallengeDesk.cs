using ResetBot.Recovery.Audit;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Secrets;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Challenges;

/// <summary>Asks challenges and looks at the answers.</summary>
public sealed class ChallengeDesk(
    AttemptLimiter limiter, ICodeMessages messages, KeyedHash hash, IKeyRing keys, CaseDesk cases, ChallengeOptions options)
{
    /// <summary>What the secrets of authenticator apps are encrypted for.</summary>
    public const string SecretPurpose = "authenticator-secret";

    /// <summary>Asks for a registered method that counts now. An earlier challenge of the case is void.</summary>
    public async Task<ChallengeIssue> AskAsync(
        IUnitOfWork work, RecoveryCase recoveryCase, AccountRecord record, RegisteredMethod method, CancellationToken cancellation) =>
        await cases.StandingAsync(work, recoveryCase, record, method.Id, cancellation) is MethodStanding.Counts or MethodStanding.Paused
            ? await AskAsync(work, recoveryCase, record, method.Kind, method.Id, method.Destination, cancellation)
            : new ChallengeIssue.DoesNotCount();

    /// <summary>Asks for a proof that the proposed method is the person's.</summary>
    public Task<ChallengeIssue> ConfirmAsync(
        IUnitOfWork work, RecoveryCase recoveryCase, AccountRecord record, ProposedMethod proposed, CancellationToken cancellation) =>
        AskAsync(work, recoveryCase, record, proposed.Kind, methodId: null, proposed.Destination, cancellation);

    /// <summary>Looks at an answer. A right one is used up; a wrong one is counted, whichever it was.</summary>
    public async Task<ChallengeAnswer> AnswerAsync(
        IUnitOfWork work, RecoveryCase recoveryCase, AccountRecord record, OneTimeCode code, CancellationToken cancellation)
    {
        if (recoveryCase.Challenge is not { } challenge || !recoveryCase.IsOpen(work.Now))
        {
            return new ChallengeAnswer.NothingAsked();
        }

        if (AttemptLimiter.PausedUntil(record, work.Now) is { } recoveryPaused)
        {
            return new ChallengeAnswer.RecoveryPaused(recoveryPaused);
        }

        if (AttemptLimiter.MethodPausedUntil(record, challenge.LimitKey, work.Now) is { } paused)
        {
            return new ChallengeAnswer.MethodPaused(paused);
        }

        if (work.Now >= challenge.ExpiresAt)
        {
            recoveryCase.Challenge = null;
            work.Save(recoveryCase);
            work.Append(recoveryCase.Entry(AuditEvent.CodeExpired, ("method", challenge.Kind.ToString())));
            return new ChallengeAnswer.TooLate();
        }

        // The method may have been replaced, or have lost its standing, since the code was sent: then the code is worth nothing.
        if (challenge.MethodId is { } id
            && await cases.StandingAsync(work, recoveryCase, record, id, cancellation) is not MethodStanding.Counts)
        {
            recoveryCase.Challenge = null;
            work.Save(recoveryCase);
            return new ChallengeAnswer.NothingAsked();
        }

        return IsRight(recoveryCase, record, challenge, code, work.Now)
            ? Accept(work, recoveryCase, record, challenge)
            : Reject(work, recoveryCase, record, challenge);
    }

    private async Task<ChallengeIssue> AskAsync(
        IUnitOfWork work,
        RecoveryCase recoveryCase,
        AccountRecord record,
        MethodKind kind,
        string? methodId,
        string destination,
        CancellationToken cancellation)
    {
        var limitKey = methodId is null ? ChallengeKeys.Proposed(kind) : ChallengeKeys.Registered(kind);
        if (AttemptLimiter.MethodPausedUntil(record, limitKey, work.Now) is { } paused)
        {
            return new ChallengeIssue.MethodPaused(paused);
        }

        if (kind == MethodKind.Authenticator)
        {
            cases.Touch(work, recoveryCase);
            var asked = new Challenge(kind, methodId, destination, null, work.Now, recoveryCase.ExpiresAt);
            return Keep(work, recoveryCase, asked, AuditEvent.CodeAsked);
        }

        if (limiter.TakeSend(work, record, recoveryCase) is { } sendsPaused)
        {
            return new ChallengeIssue.SendsPaused(sendsPaused);
        }

        using var code = new OneTimeCode(Draw.Digits(options.CodeDigits));
        var expires = work.Now + options.CodeLifetime;
        var bound = Challenge.BoundTo(recoveryCase.Id, kind, methodId, destination);
        var challenge = new Challenge(kind, methodId, destination, hash.Of(code.Reveal(), bound), work.Now, expires);
        await messages.QueueAsync(
            work, new CodeMessage(recoveryCase, kind, destination, code, methodId is null, expires), cancellation);
        return Keep(work, recoveryCase, challenge, AuditEvent.CodeSent);
    }

    private ChallengeIssue.Asked Keep(IUnitOfWork work, RecoveryCase recoveryCase, Challenge challenge, AuditEvent happened)
    {
        recoveryCase.Challenge = challenge;
        cases.Touch(work, recoveryCase);
        work.Save(recoveryCase);
        work.Append(recoveryCase.Entry(happened, ("method", challenge.Kind.ToString()), ("to", challenge.Masked)));
        return new ChallengeIssue.Asked(challenge);
    }

    private bool IsRight(RecoveryCase recoveryCase, AccountRecord record, Challenge challenge, OneTimeCode code, DateTimeOffset now)
    {
        if (challenge.CodeHash is { } stored)
        {
            var bound = Challenge.BoundTo(recoveryCase.Id, challenge.Kind, challenge.MethodId, challenge.Destination);
            return hash.Matches(stored, code.Reveal(), bound);
        }

        return challenge.MethodId is null ? UseProposed(recoveryCase, code, now) : Use(record, challenge, code, now);
    }

    private bool UseProposed(RecoveryCase recoveryCase, OneTimeCode code, DateTimeOffset now)
    {
        if (recoveryCase.Proposed is not { } proposed || IsRightFor(proposed.ProtectedSecret, proposed.LastStep, code, now) is not { } step)
        {
            return false;
        }

        recoveryCase.Proposed = proposed with { LastStep = step };
        return true;
    }

    // The accepted step is kept, so that neither it nor an earlier one is accepted again. RFC 6238 §5.2.
    private bool Use(AccountRecord record, Challenge challenge, OneTimeCode code, DateTimeOffset now)
    {
        var method = record.Registered.Find(candidate => candidate.Id == challenge.MethodId);
        if (method is null || IsRightFor(method.ProtectedSecret, method.LastStep, code, now) is not { } step)
        {
            return false;
        }

        method.LastStep = step;
        return true;
    }

    private long? IsRightFor(string? protectedSecret, long lastStep, OneTimeCode code, DateTimeOffset now) =>
        protectedSecret is null ? null : AuthenticatorCodes.Step(keys.Unprotect(SecretPurpose, protectedSecret), code.Reveal(), lastStep, now);

    private ChallengeAnswer.Right Accept(IUnitOfWork work, RecoveryCase recoveryCase, AccountRecord record, Challenge challenge)
    {
        recoveryCase.Challenge = null;
        work.Save(record);
        work.Append(recoveryCase.Entry(AuditEvent.CodeRight, ("method", challenge.Kind.ToString())));
        if (challenge.MethodId is not null)
        {
            CaseDesk.PassGate(work, recoveryCase, record, challenge.Kind);
        }

        cases.Touch(work, recoveryCase);
        work.Save(recoveryCase);
        return new ChallengeAnswer.Right(challenge);
    }

    private ChallengeAnswer Reject(IUnitOfWork work, RecoveryCase recoveryCase, AccountRecord record, Challenge challenge)
    {
        work.Append(recoveryCase.Entry(AuditEvent.CodeWrong, ("method", challenge.Kind.ToString())));
        limiter.CountWrongAnswer(work, record, recoveryCase, challenge.LimitKey);
        return AttemptLimiter.MethodPausedUntil(record, challenge.LimitKey, work.Now) is { } paused
            ? new ChallengeAnswer.MethodPaused(paused)
            : new ChallengeAnswer.Wrong();
    }
}
