using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Audit;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.SecurePages;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Cases;

/// <summary>Takes cases from a channel that knows nobody to one that knows whose account it is. The way back does not exist.</summary>
public sealed class CaseMoves(IDirectory directory, CaseDesk cases, AttemptLimiter limiter)
{
    /// <summary>
    /// Takes the live case of this person's account that shows this number. The gates that were passed stay passed; a code that is on its way
    /// and an open link are void, and the old conversation has no case any more once the unit of work is saved.
    /// </summary>
    /// <param name="work">The unit of work.</param>
    /// <param name="to">Whom the channel knows, and where the case goes; its operation is not looked at.</param>
    /// <param name="number">What was typed.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    public async Task<CaseMove> TakeAsync(IUnitOfWork work, CaseRequest to, string number, CancellationToken cancellation)
    {
        if (to.Who is not CaseSubject.Known known)
        {
            throw new InvalidOperationException("A case goes only to somebody whom the channel knows.");
        }

        if (await directory.FindByObjectIdAsync(known.ObjectId, cancellation) is not { } account)
        {
            return new CaseMove.Obstructed(new CaseStart.UnknownAccount());
        }

        if (await limiter.TakeCaseAsync(work, to.Starter, isAddress: false, cancellation) is { } until)
        {
            return new CaseMove.Obstructed(new CaseStart.TooMany(until));
        }

        if (await FindAsync(work, account.Id, number, cancellation) is not { } found)
        {
            work.Append(new AuditEntry(AuditEvent.CaseMoveRefused, account.Id, null, to.Starter, AuditEntry.None));
            return new CaseMove.WrongNumber();
        }

        if (await LinkDesk.IsWorkingAsync(work, found, cancellation))
        {
            return new CaseMove.AtWork();
        }

        var record = await AccountRecord.OfAsync(work, account.Id, cancellation);
        return found.Gates.Count == 0 && cases.Obstacle(record, account, found.Operation, work.Now) is { } obstacle
            ? new CaseMove.Obstructed(obstacle)
            : await MoveAsync(work, found, to, cancellation);
    }

    // Strangers may have begun cases of the same name, and one of them may show the same number: the one that is furthest is the owner's.
    private static async Task<RecoveryCase?> FindAsync(IUnitOfWork work, AccountId account, string number, CancellationToken cancellation)
    {
        var all = await StrangerLimiter.AllAsync(work, account, cancellation);
        List<RecoveryCase> live = [];
        foreach (var id in all.CaseIds)
        {
            if (await work.FindAsync<RecoveryCase>(id, cancellation) is { Stranger: not null } candidate
                && candidate.IsOpen(work.Now) && candidate.MoveNumber == number)
            {
                live.Add(candidate);
            }
        }

        return live.OrderByDescending(candidate => candidate.Gates.Count).ThenByDescending(candidate => candidate.StartedAt).FirstOrDefault();
    }

    private async Task<CaseMove> MoveAsync(IUnitOfWork work, RecoveryCase moving, CaseRequest to, CancellationToken cancellation)
    {
        var from = moving.Conversation;
        await LinkDesk.VoidAsync(work, moving, cancellation);
        moving.Challenge = null;
        moving.Stranger = null;
        moving.MovedTo = new CasePlace(to.Conversation, to.Starter);
        cases.Touch(work, moving);
        work.Append(moving.Entry(AuditEvent.CaseMoved, ("from", from), ("to", to.Conversation)));
        return new CaseMove.Moved(moving, from);
    }
}
