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

        // Asking again after the directory was silent is the same unlock.
        if (!recoveryCase.OrderBegun
            && limiter.Unlocks.Take(work, await AccountRecord.OfAsync(work, recoveryCase.Account, cancellation)) is { } until)
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
        AccountUnlock? outcome;
        try
        {
            var (person, again) = await units.RunAsync(work => BeginAsync(work, order, cancellation), cancellation);
            if (person is null)
            {
                return;
            }

            outcome = await directory.UnlockAsync(person, cancellation);

            // Whoever was asked before a crash and finds the account open has probably opened it: the person hears that it is.
            outcome = again && outcome is AccountUnlock.NotLocked ? new AccountUnlock.Done() : outcome;
        }
        catch (DirectoryUnavailableException)
        {
            outcome = null;
        }

        await units.RunAsync(work => SettleAsync(work, order, outcome), CancellationToken.None);
    }

    private async Task<(VerifiedPerson? Person, bool Again)> BeginAsync(IUnitOfWork work, UnlockOrder order, CancellationToken cancellation)
    {
        if (await FindAsync(work, order, cancellation) is not { } recoveryCase || !recoveryCase.IsProved(Operation.Unlock, work.Now))
        {
            return default;
        }

        if (await directory.GetAsync(recoveryCase.Account, cancellation) is not { } account)
        {
            await RefuseAsync(work, recoveryCase, CaseNews.Refused, "no such account", RefusalCodes.NotFound);
            return default;
        }

        if (cases.Prove(work, recoveryCase, account, Operation.Unlock) is not { } person)
        {
            await RefuseAsync(work, recoveryCase, CaseNews.Overruled, "policy", code: null);
            return default;
        }

        // Recovery may have been paused or closed since the gates were passed. Saved, so that nobody pauses it at the same moment unseen.
        var record = await AccountRecord.OfAsync(work, recoveryCase.Account, cancellation);
        work.Save(record);
        if (AttemptLimiter.PausedUntil(record, work.Now) is not null)
        {
            await RefuseAsync(work, recoveryCase, CaseNews.Refused, "paused", RefusalCodes.NoPermission);
            return default;
        }

        var again = recoveryCase.OrderBegun;
        recoveryCase.OrderBegun = true;
        work.Save(recoveryCase);
        return (person, again);
    }

    private async Task<bool> SettleAsync(IUnitOfWork work, UnlockOrder order, AccountUnlock? outcome)
    {
        if (await FindAsync(work, order, CancellationToken.None) is not { } recoveryCase)
        {
            return false;
        }

        switch (outcome)
        {
            case AccountUnlock.Done:
                await DoneAsync(work, recoveryCase);
                break;
            case AccountUnlock.NotLocked:
                await RefuseAsync(work, recoveryCase, CaseNews.NothingToDo, "not locked", code: null);
                break;
            case AccountUnlock.Impossible impossible:
                await RefuseAsync(work, recoveryCase, CaseNews.Refused, "impossible", impossible.Code);
                break;
            case null:
                // Also when it was silent before it could be asked: asking again is the same unlock.
                recoveryCase.OrderBegun = true;
                cases.EndOrder(work, recoveryCase);
                work.Append(recoveryCase.Entry(AuditEvent.UnlockUncertain, ("reason", "directory unavailable")));
                events.Tell(work, recoveryCase, new CaseEvent(recoveryCase.Id, CaseNews.Unavailable, RefusalCodes.DirectoryUnreachable));
                break;
            default:
                throw new InvalidOperationException($"unknown outcome {outcome.GetType().Name}");
        }

        return true;
    }

    private async Task DoneAsync(IUnitOfWork work, RecoveryCase recoveryCase)
    {
        recoveryCase.OrderId = null;
        work.Append(recoveryCase.Entry(AuditEvent.UnlockDone));
        CaseDesk.Complete(work, recoveryCase);
        if (await directory.GetAsync(recoveryCase.Account, CancellationToken.None) is { } account)
        {
            var record = await AccountRecord.OfAsync(work, recoveryCase.Account, CancellationToken.None);
            await notices.TellAsync(work, new Notice.AccountUnlocked(recoveryCase, account, record), CancellationToken.None);
        }

        events.Tell(work, recoveryCase, new CaseEvent(recoveryCase.Id, CaseNews.Done));
    }

    private async Task RefuseAsync(IUnitOfWork work, RecoveryCase recoveryCase, CaseNews news, string reason, string? code)
    {
        UnlockLimiter.GiveBack(work, await AccountRecord.OfAsync(work, recoveryCase.Account, CancellationToken.None));
        work.Append(recoveryCase.Entry(AuditEvent.UnlockRefused, ("reason", reason), ("code", code ?? "")));
        recoveryCase.OrderId = null;
        await cases.EndAsync(work, recoveryCase, CaseStatus.Cancelled, CancellationToken.None);
        events.Tell(work, recoveryCase, new CaseEvent(recoveryCase.Id, news, code));
    }

    private static async Task<RecoveryCase?> FindAsync(IUnitOfWork work, UnlockOrder order, CancellationToken cancellation) =>
        await work.FindAsync<RecoveryCase>(order.CaseId, cancellation) is { IsOrdered: true } known && known.OrderId == order.OrderId ? known : null;
}
