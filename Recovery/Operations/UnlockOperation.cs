using System.Text.Json;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Audit;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Notices;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Operations;

/// <summary>
/// Unlocks an account. It is ordered with the turn that proved the person and carried out once that is saved, so that a crash in between loses
/// nothing: unlocking twice changes nothing.
/// </summary>
public sealed class UnlockOperation(
    IDirectory directory, IUnitsOfWork units, CaseDesk cases, AttemptLimiter limiter, INotices notices, ICaseEvents events)
{
    /// <summary>Orders the unlock that the case is for; gives the end of the pause instead when the account was unlocked too often lately.</summary>
    /// <exception cref="InvalidOperationException">A gate of the case is not passed.</exception>
    public async Task<DateTimeOffset?> OrderAsync(IUnitOfWork work, RecoveryCase recoveryCase, CancellationToken cancellation)
    {
        if (!recoveryCase.IsProved(Operation.Unlock, work.Now))
        {
            throw new InvalidOperationException("An unlock is ordered after its gates only.");
        }

        if (limiter.Unlocks.Take(work, await AccountRecord.OfAsync(work, recoveryCase.Account, cancellation)) is { } until)
        {
            work.Append(recoveryCase.Entry(AuditEvent.UnlockRefused, ("reason", "unlocked too often")));
            return until;
        }

        var order = new UnlockOrder(recoveryCase.Id, CaseDesk.Order(work, recoveryCase));
        work.Append(recoveryCase.Entry(AuditEvent.UnlockIntended));
        work.Send(new OutgoingMessage(order.OrderId, "unlock/" + recoveryCase.Id, UnlockOrder.MessageKind, JsonSerializer.SerializeToUtf8Bytes(order)));
        return null;
    }

    /// <summary>Carries an order out, unless it was answered before or is void.</summary>
    public async Task RunAsync(UnlockOrder order, CancellationToken cancellation)
    {
        Begun? begun = null;
        Answer answer;
        try
        {
            begun = await units.RunAsync(work => BeginAsync(work, order, cancellation), cancellation);
            if (begun is null)
            {
                return;
            }

            answer = begun.Person is { } person ? await AskAsync(begun, person, cancellation) : await LookAsync(begun.Account);
        }
        catch (DirectoryUnavailableException)
        {
            answer = begun is null ? new Answer(null, MayHaveHappened: false) : await LookAsync(begun.Account);
        }

        await units.RunAsync(work => SettleAsync(work, order, begun, answer), CancellationToken.None);
    }

    // Whoever was asked before a crash and finds the account open has probably opened it: the person hears that it is.
    private async Task<Answer> AskAsync(Begun begun, VerifiedPerson person, CancellationToken cancellation)
    {
        var outcome = await directory.UnlockAsync(person, cancellation);
        return new Answer(begun.Again && outcome is AccountUnlock.NotLocked ? new AccountUnlock.Done() : outcome, MayHaveHappened: true);
    }

    private async Task<Begun?> BeginAsync(IUnitOfWork work, UnlockOrder order, CancellationToken cancellation)
    {
        if (await FindAsync(work, order, cancellation) is not { } recoveryCase
            || (!recoveryCase.IsProved(Operation.Unlock, work.Now) && !recoveryCase.OrderBegun))
        {
            return null;
        }

        if (await directory.GetAsync(recoveryCase.Account, cancellation) is not { } account)
        {
            await RefuseAsync(work, recoveryCase, recoveryCase.OrderBegun, CaseNews.Refused, "no such account", RefusalCodes.NotFound);
            return null;
        }

        // The case is over, and a process before this one may have opened the account.
        if (!recoveryCase.IsProved(Operation.Unlock, work.Now))
        {
            return new Begun(null, account, Again: true);
        }

        // Recovery may have been paused, closed or stopped since the gates were passed. Saved, so that nobody does it at the same moment unseen.
        var record = await AccountRecord.OfAsync(work, recoveryCase.Account, cancellation);
        work.Save(record);
        if (AttemptLimiter.PausedUntil(record, recoveryCase, work.Now) is not null)
        {
            await RefuseAsync(work, recoveryCase, recoveryCase.OrderBegun, CaseNews.Refused, "paused", RefusalCodes.NoPermission);
            return null;
        }

        if (cases.Prove(work, recoveryCase, record, account) is not { } person)
        {
            await RefuseAsync(work, recoveryCase, recoveryCase.OrderBegun, CaseNews.Overruled, "policy", code: null);
            return null;
        }

        var again = recoveryCase.OrderBegun;
        recoveryCase.OrderBegun = true;
        work.Save(recoveryCase);
        return new Begun(person, account, again);
    }

    // The answer was lost: the directory is asked how the account stands.
    private async Task<Answer> LookAsync(Account asked)
    {
        try
        {
            return await directory.GetAsync(asked.Id, CancellationToken.None) is { Locked: false }
                ? new Answer(new AccountUnlock.Done(), MayHaveHappened: true)
                : new Answer(null, MayHaveHappened: false);
        }
        catch (DirectoryUnavailableException)
        {
            return new Answer(null, MayHaveHappened: true);
        }
    }

    // What the directory did is recorded whatever the case has come to meanwhile.
    private async Task<bool> SettleAsync(IUnitOfWork work, UnlockOrder order, Begun? begun, Answer answer)
    {
        if (await FindAsync(work, order, CancellationToken.None) is not { } recoveryCase)
        {
            return false;
        }

        switch (answer.Outcome)
        {
            case AccountUnlock.Done:
                await DoneAsync(work, recoveryCase, begun!.Account);
                break;
            case AccountUnlock.NotLocked:
                await RefuseAsync(work, recoveryCase, begun!.Again, CaseNews.NothingToDo, "not locked", code: null);
                break;
            case AccountUnlock.Impossible impossible:
                await RefuseAsync(work, recoveryCase, begun!.Again, CaseNews.Refused, "impossible", impossible.Code);
                break;
            case null:
                await LeaveOpenAsync(work, recoveryCase, begun, answer.MayHaveHappened);
                break;
            default:
                throw new InvalidOperationException($"unknown outcome {answer.Outcome.GetType().Name}");
        }

        return true;
    }

    // The person may ask again. What has not happened is not counted, and what may have happened is.
    private async Task LeaveOpenAsync(IUnitOfWork work, RecoveryCase recoveryCase, Begun? begun, bool mayHaveHappened)
    {
        if (!mayHaveHappened)
        {
            var record = await AccountRecord.OfAsync(work, recoveryCase.Account, CancellationToken.None);
            limiter.Unlocks.GiveBack(work, record, recoveryCase.OrderedAt ?? recoveryCase.StartedAt);
            recoveryCase.OrderBegun = begun?.Again ?? recoveryCase.OrderBegun;
        }

        cases.EndOrder(work, recoveryCase);
        work.Append(recoveryCase.Entry(
            AuditEvent.UnlockUncertain, ("reason", "directory unavailable"), ("happened", mayHaveHappened ? "perhaps" : "no")));
        events.Tell(work, recoveryCase, new CaseEvent(recoveryCase.Id, CaseNews.Unavailable, RefusalCodes.DirectoryUnreachable));
    }

    private async Task DoneAsync(IUnitOfWork work, RecoveryCase recoveryCase, Account account)
    {
        recoveryCase.OrderId = null;
        work.Append(recoveryCase.Entry(AuditEvent.UnlockDone));
        CaseDesk.Complete(work, recoveryCase);
        var record = await AccountRecord.OfAsync(work, recoveryCase.Account, CancellationToken.None);
        await notices.TellAsync(work, new Notice.AccountUnlocked(recoveryCase, account, record), CancellationToken.None);
        events.Tell(work, recoveryCase, new CaseEvent(recoveryCase.Id, CaseNews.Done));
    }

    // What may have opened the account before stays counted.
    private async Task RefuseAsync(IUnitOfWork work, RecoveryCase recoveryCase, bool mayHaveHappened, CaseNews news, string reason, string? code)
    {
        if (!mayHaveHappened)
        {
            var record = await AccountRecord.OfAsync(work, recoveryCase.Account, CancellationToken.None);
            limiter.Unlocks.GiveBack(work, record, recoveryCase.OrderedAt ?? recoveryCase.StartedAt);
        }

        work.Append(recoveryCase.Entry(AuditEvent.UnlockRefused, ("reason", reason), ("code", code ?? "")));
        recoveryCase.OrderId = null;
        await cases.EndAsync(work, recoveryCase, CaseStatus.Cancelled, CancellationToken.None);
        events.Tell(work, recoveryCase, new CaseEvent(recoveryCase.Id, news, code));
    }

    private static async Task<RecoveryCase?> FindAsync(IUnitOfWork work, UnlockOrder order, CancellationToken cancellation) =>
        await work.FindAsync<RecoveryCase>(order.CaseId, cancellation) is { } known && known.OrderId == order.OrderId ? known : null;

    private sealed record Begun(VerifiedPerson? Person, Account Account, bool Again);

    private sealed record Answer(AccountUnlock? Outcome, bool MayHaveHappened);
}
