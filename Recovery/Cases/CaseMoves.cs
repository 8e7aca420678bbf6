using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Audit;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Notices;
using ResetBot.Recovery.Secrets;
using ResetBot.Recovery.SecurePages;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Cases;

/// <summary>
/// Takes cases to a channel that knows whose account it is: from one that knows nobody, and from another chat of the person. There is no way to where
/// nobody is known.
/// </summary>
public sealed class CaseMoves(IDirectory directory, CaseDesk cases, Preflight preflight, AttemptLimiter limiter, INotices notices)
{
    /// <summary>Digits of the number that a page shows.</summary>
    public const int Digits = 4;

    /// <summary>After so many wrong numbers the cases of an account stay where they are.</summary>
    public const int MostWrong = 3;

    /// <summary>
    /// The number with which a case that the person has in another chat is taken from there, where it is shown; null when it stays there.
    /// </summary>
    /// <param name="work">The unit of work.</param>
    /// <param name="to">Whom the channel knows, and where the case would go; its operation is not looked at.</param>
    /// <param name="from">The key of the conversation in which the number is shown.</param>
    /// <param name="caseId">Which case.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    public async Task<string?> OfferAsync(IUnitOfWork work, CaseRequest to, string from, string caseId, CancellationToken cancellation)
    {
        if (to.Who is not CaseSubject.Known known
            || await directory.FindByObjectIdAsync(known.ObjectId, cancellation) is not { } account
            || await OwnAsync(work, account, to, caseId, cancellation) is not { WrongMoves: < MostWrong } own || own.Conversation != from
            || await limiter.Cases.TakeAsync(work, to.Starter, isAddress: false, cancellation) is not null)
        {
            return null;
        }

        own.MoveNumber = Draw.Digits(Digits);
        work.Save(own);
        return own.MoveNumber;
    }

    /// <summary>
    /// Takes the live case of this person's account that shows this number. The gates that were passed stay passed; a code that is on its way
    /// and an open link are void, and the old conversation has no case any more once the unit of work is saved.
    /// </summary>
    /// <param name="work">The unit of work.</param>
    /// <param name="to">Whom the channel knows, and where the case goes; its operation is not looked at.</param>
    /// <param name="number">What was typed.</param>
    /// <param name="ownCase">The case that was offered from another chat; null when none was.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    public async Task<CaseMove> TakeAsync(IUnitOfWork work, CaseRequest to, string number, string? ownCase, CancellationToken cancellation)
    {
        if (to.Who is not CaseSubject.Known known)
        {
            throw new InvalidOperationException("A case goes only to somebody whom the channel knows.");
        }

        if (await directory.FindByObjectIdAsync(known.ObjectId, cancellation) is not { } account)
        {
            return new CaseMove.Obstructed(new CaseStart.UnknownAccount());
        }

        if (await limiter.Cases.TakeAsync(work, to.Starter, isAddress: false, cancellation) is { } until)
        {
            return new CaseMove.Obstructed(new CaseStart.TooMany(until));
        }

        var all = await StrangerLimiter.AllAsync(work, account.Id, cancellation);
        var open = await all.OpenCasesAsync(work, cancellation);
        if (await OwnAsync(work, account, to, ownCase, cancellation) is { } own)
        {
            open.Add(own);
        }

        if (Furthest(open, number) is not { } found)
        {
            work.Append(new AuditEntry(AuditEvent.CaseMoveRefused, account.Id, null, to.Starter, AuditEntry.None));
            return await CountWrongAsync(work, account, open, cancellation);
        }

        if (found.IsOrdered || await LinkDesk.IsWorkingAsync(work, found, cancellation))
        {
            return new CaseMove.AtWork();
        }

        var record = await AccountRecord.OfAsync(work, account.Id, cancellation);
        return found.Gates.Count == 0 && await preflight.ObstacleAsync(record, account, found.Operation, work.Now, cancellation) is { } obstacle
            ? new CaseMove.Obstructed(obstacle)
            : await MoveAsync(work, found, to, cancellation);
    }

    private static async Task<RecoveryCase?> OwnAsync(IUnitOfWork work, Account account, CaseRequest to, string? caseId, CancellationToken cancellation) =>
        caseId is not null
        && await work.FindAsync<RecoveryCase>(caseId, cancellation) is { BelongsToBrowser: false } own
        && own.Account == account.Id && own.IsOpen(work.Now) && own.Conversation != to.Conversation
            ? own
            : null;

    // Strangers may have begun cases of the same name, and one of them may show the same number: the one that is furthest is the owner's.
    private static RecoveryCase? Furthest(IEnumerable<RecoveryCase> open, string number) => open
        .Where(candidate => candidate.MoveNumber == number)
        .OrderByDescending(candidate => candidate.Gates.Count)
        .ThenByDescending(candidate => candidate.StartedAt)
        .FirstOrDefault();

    // Whoever guesses may have taken over the chat of the person: a wrong number costs every case that it could have hit.
    private async Task<CaseMove> CountWrongAsync(IUnitOfWork work, Account account, List<RecoveryCase> open, CancellationToken cancellation)
    {
        List<RecoveryCase> closed = [];
        foreach (var candidate in open.Where(candidate => candidate.MoveNumber is not null))
        {
            work.Save(candidate);
            if (++candidate.WrongMoves >= MostWrong)
            {
                candidate.MoveNumber = null;
                closed.Add(candidate);
                work.Append(candidate.Entry(AuditEvent.CaseMoveClosed));
            }
        }

        if (closed.MaxBy(candidate => candidate.Gates.Count) is { } furthest)
        {
            var record = await AccountRecord.OfAsync(work, account.Id, cancellation);
            await notices.TellAsync(work, new Notice.MoveTried(furthest, account, record), cancellation);
        }

        return closed.Count > 0 || (open.Count > 0 && open.TrueForAll(candidate => candidate.MoveNumber is null))
            ? new CaseMove.TooManyWrong(closed)
            : new CaseMove.WrongNumber();
    }

    private async Task<CaseMove> MoveAsync(IUnitOfWork work, RecoveryCase moving, CaseRequest to, CancellationToken cancellation)
    {
        var from = moving.Conversation;
        await LinkDesk.VoidAsync(work, moving, cancellation);
        moving.Challenge = null;
        moving.Stranger = null;
        moving.MovedTo = new CasePlace(to.Conversation, to.Starter) { Before = moving.MovedTo };

        // Whoever saw it where the case was does not take it back.
        moving.MoveNumber = null;
        cases.Touch(work, moving);
        work.Append(moving.Entry(AuditEvent.CaseMoved, ("from", from), ("to", to.Conversation)));
        return new CaseMove.Moved(moving, from);
    }
}
