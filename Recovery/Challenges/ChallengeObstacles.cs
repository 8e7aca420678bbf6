using ResetBot.Recovery.Audit;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Challenges;

/// <summary>Says why no answer to the question of a case is looked at.</summary>
internal sealed class ChallengeObstacles(CaseDesk cases)
{
    /// <summary>Whether the question of a case that somebody is known in can be answered still.</summary>
    public async Task<bool> AreNoneAsync(IUnitOfWork work, RecoveryCase recoveryCase, CancellationToken cancellation)
    {
        var record = await AccountRecord.OfAsync(work, recoveryCase.Account, cancellation);
        var counted = await StrangerLimiter.CountedAsync(work, recoveryCase, cancellation);
        return await FindAsync(work, recoveryCase, record, counted, cancellation) is null;
    }

    /// <summary>What stands in the way of an answer; null when nothing does. A question that can never be answered any more is void.</summary>
    public async Task<ChallengeAnswer?> FindAsync(
        IUnitOfWork work, RecoveryCase recoveryCase, AccountRecord record, AccountRecord counted, CancellationToken cancellation)
    {
        if (recoveryCase.Challenge is not { } challenge || !recoveryCase.IsOpen(work.Now))
        {
            return new ChallengeAnswer.NothingAsked();
        }

        if (AttemptLimiter.PausedUntil(counted, recoveryCase, work.Now) is { } recoveryPaused)
        {
            return new ChallengeAnswer.RecoveryPaused(recoveryPaused);
        }

        if (AttemptLimiter.MethodPausedUntil(counted, challenge.LimitKey, work.Now) is { } paused)
        {
            return new ChallengeAnswer.MethodPaused(paused);
        }

        if (challenge.IsOver(work.Now))
        {
            ChallengeDesk.Void(work, recoveryCase);
            work.Append(recoveryCase.Entry(AuditEvent.CodeExpired, ("method", challenge.Kind.ToString())));
            return new ChallengeAnswer.TooLate();
        }

        // The method may have been replaced, or have lost its standing, since it was asked for: then the answer is worth nothing.
        if (!recoveryCase.IsBlind && challenge.MethodId is { } id
            && await cases.StandingAsync(work, recoveryCase, record, id, cancellation) is not MethodStanding.Counts)
        {
            ChallengeDesk.Void(work, recoveryCase);
            return new ChallengeAnswer.NothingAsked();
        }

        return null;
    }
}
