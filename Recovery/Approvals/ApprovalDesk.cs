using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Audit;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Challenges;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Notices;
using ResetBot.Recovery.Secrets;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Approvals;

/// <summary>
/// Asks others whether a person is who they say they are. The person sees a number for each and tells it to them, so that nobody approves without
/// having spoken with the person, and a number that one of them passes on is worth nothing to another.
/// </summary>
public sealed class ApprovalDesk(
    Approvers approvers, ChallengeDesk challenges, IApprovalRequests requests, ICaseEvents events, INotices notices, KeyedHash hash)
{
    /// <summary>Digits of a number: one wrong one ends the question.</summary>
    public const int Digits = 3;

    private const string NumberUse = "approval|";

    /// <summary>Asks everybody whose word counts now, after the challenge of the case was asked; null when those are too few, and nobody was asked.</summary>
    /// <exception cref="DirectoryUnavailableException">The directory does not answer.</exception>
    public async Task<AskedApprovers?> AskAsync(IUnitOfWork work, RecoveryCase recoveryCase, Account person, CancellationToken cancellation)
    {
        var challenge = recoveryCase.Challenge ?? throw new InvalidOperationException("Nothing was asked in the case.");
        List<Account> willing = [];
        foreach (var approver in await approvers.OfAsync(work, person, challenge.Kind, cancellation))
        {
            if (await approvers.ConflictAsync(work, approver, person, challenge.Kind, cancellation) is { } conflict)
            {
                work.Append(recoveryCase.Entry(AuditEvent.ApprovalRefused, ("approver", approver.Id.ToString()), ("reason", conflict.ToString())));
            }
            else
            {
                willing.Add(approver);
            }
        }

        var needed = approvers.Needed(recoveryCase, person, challenge.Kind);
        if (willing.Count < needed)
        {
            ChallengeDesk.Void(work, recoveryCase);
            return null;
        }

        recoveryCase.Challenge = challenge with { Round = new ApprovalRound(needed, [.. willing.Select(approver => approver.Id)], []) };
        work.Save(recoveryCase);
        List<(string Name, string Number)> numbers = [];
        foreach (var approver in willing)
        {
            numbers.Add((approver.DisplayName, Number(numbers)));
            await AskAsync(work, recoveryCase, person, approver, numbers[^1].Number, cancellation);
        }

        return new AskedApprovers(needed, numbers);
    }

    /// <summary>The oldest question that waits for this person; null when none does.</summary>
    public static async Task<ApprovalRequest?> WaitingAsync(IUnitOfWork work, AccountId approver, CancellationToken cancellation)
    {
        foreach (var request in (await ApproverRecord.OfAsync(work, approver, cancellation)).Requests)
        {
            if (await CaseAsync(work, request, cancellation) is not null)
            {
                return request;
            }
        }

        return null;
    }

    /// <summary>Takes the word of an approver, once: whatever they say, the question is over for them.</summary>
    /// <param name="work">The unit of work.</param>
    /// <param name="approver">Who answers, as a channel that knows them says.</param>
    /// <param name="by">The channel and its id of the person, and the conversation.</param>
    /// <param name="requestId">Which question.</param>
    /// <param name="number">The number that the person told them; null when they say no.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    /// <exception cref="DirectoryUnavailableException">The directory does not answer, and nothing was decided.</exception>
    public async Task<ApprovalAnswer> DecideAsync(
        IUnitOfWork work, Account approver, (string Actor, string Conversation) by, string requestId, string? number, CancellationToken cancellation)
    {
        if (await approvers.IsLinkedLatelyAsync(work, by.Actor, cancellation))
        {
            return new ApprovalAnswer.LinkedLately();
        }

        var record = await ApproverRecord.OfAsync(work, approver.Id, cancellation);
        if (record.Requests.Find(known => known.Id == requestId) is not { } request)
        {
            return new ApprovalAnswer.Gone();
        }

        record.Requests.Remove(request);
        work.Save(record);
        if (await CaseAsync(work, request, cancellation) is not { } recoveryCase
            || await approvers.PersonAsync(recoveryCase, cancellation) is not { } person)
        {
            return new ApprovalAnswer.Gone();
        }

        if (number is null)
        {
            await DeclineAsync(work, recoveryCase, person, approver, by.Actor, cancellation);
            return new ApprovalAnswer.Declined(request);
        }

        if (await approvers.ConflictAsync(work, approver, person, recoveryCase, by, cancellation) is { } conflict)
        {
            await RefuseAsync(work, recoveryCase, approver, by.Actor, conflict, cancellation);
            return new ApprovalAnswer.Refused(request, conflict);
        }

        if (!hash.Matches(request.NumberHash, number, NumberUse + request.Id))
        {
            Note(work, recoveryCase, AuditEvent.ApprovalDeclined, approver, by.Actor, "wrong number");
            await RejectAsync(work, recoveryCase, cancellation);
            return new ApprovalAnswer.WrongNumber(request);
        }

        return await AcceptAsync(work, recoveryCase, person, new ApprovalWord(approver.Id, by.Actor, by.Conversation), (request, approver), cancellation);
    }

    private async Task AskAsync(
        IUnitOfWork work, RecoveryCase recoveryCase, Account person, Account approver, string number, CancellationToken cancellation)
    {
        var id = Draw.Name();
        var request = ApprovalRequest.Of(id, recoveryCase, person, hash.Of(number, NumberUse + id));
        var record = await ApproverRecord.OfAsync(work, approver.Id, cancellation);
        record.Add(request, work.Now);
        work.Save(record);
        work.Append(recoveryCase.Entry(AuditEvent.ApprovalAsked, ("approver", approver.Id.ToString())));
        requests.Ask(work, approver, request, recoveryCase.Language);
    }

    // No two alike: what one of them passes on must be worth nothing to another.
    private static string Number(List<(string Name, string Number)> drawn)
    {
        var number = Draw.Digits(Digits);
        return drawn.Exists(other => other.Number == number) ? Number(drawn) : number;
    }

    // A question counts as long as its case waits for just this one, and its owner has not put an end to it.
    private static async Task<RecoveryCase?> CaseAsync(IUnitOfWork work, ApprovalRequest request, CancellationToken cancellation) =>
        request.ExpiresAt > work.Now
        && await work.FindAsync<RecoveryCase>(request.CaseId, cancellation) is { Challenge: { } challenge } known
        && known.IsOpen(work.Now) && challenge.Kind == request.Kind && challenge.IssuedAt == request.AskedAt
        && !AttemptLimiter.IsVoid(await AccountRecord.OfAsync(work, known.Account, cancellation), known)
            ? known
            : null;

    // What others said before is looked at again: an account may have been recovered, or a word withdrawn, since.
    private async Task<ApprovalAnswer> AcceptAsync(
        IUnitOfWork work, RecoveryCase recoveryCase, Account person, ApprovalWord word, (ApprovalRequest Question, Account Approver) asked, CancellationToken cancellation)
    {
        var challenge = recoveryCase.Challenge!;
        var round = RoundOf(challenge, word.Approver).Without(word.Approver);
        var needed = Math.Max(round.Needed, approvers.Needed(recoveryCase, person, challenge.Kind));
        round = round with
        {
            Needed = needed,
            Given = [.. await approvers.StandingAsync(work, round.Given, person, challenge.Kind, cancellation), word],
        };
        var stands = round.Given.Count >= needed
            ? await challenges.AnswerAsync(work, recoveryCase, isRight: true, cancellation) is ChallengeAnswer.Right
            : await challenges.StandsAsync(work, recoveryCase, cancellation);
        if (!stands)
        {
            TellIfVoid(work, recoveryCase);
            return new ApprovalAnswer.Gone();
        }

        work.Append(recoveryCase.Entry(
            AuditEvent.ApprovalGiven, ("approver", word.Approver.ToString()), ("by", word.Actor), ("words", $"{round.Given.Count} of {needed}")));
        var left = needed - round.Given.Count;
        if (left <= 0)
        {
            events.Tell(work, recoveryCase, new CaseEvent(recoveryCase.Id, CaseNews.Approved));
        }
        else if (await GoesOnAsync(work, recoveryCase, round, cancellation))
        {
            events.Tell(work, recoveryCase, new CaseEvent(recoveryCase.Id, CaseNews.Vouched)
            {
                Name = asked.Approver.DisplayName,
                Given = round.Given.Count,
                Needed = needed,
            });
        }

        return new ApprovalAnswer.Given(asked.Question, Math.Max(0, left));
    }

    // Whoever knows the person and says that it is not they is believed before all who might say the opposite, and the owner hears of it everywhere.
    private async Task DeclineAsync(
        IUnitOfWork work, RecoveryCase recoveryCase, Account person, Account approver, string actor, CancellationToken cancellation)
    {
        Note(work, recoveryCase, AuditEvent.ApprovalDeclined, approver, actor, "said no");
        await RejectAsync(work, recoveryCase, cancellation);
        var record = await AccountRecord.OfAsync(work, person.Id, cancellation);
        await notices.TellAsync(work, new Notice.NotApproved(recoveryCase, person, record, approver.DisplayName), cancellation);
    }

    // Their word is not heard, neither for nor against; the question goes on without them as long as it can be answered.
    private async Task RefuseAsync(
        IUnitOfWork work, RecoveryCase recoveryCase, Account approver, string actor, ApprovalConflict why, CancellationToken cancellation)
    {
        Note(work, recoveryCase, AuditEvent.ApprovalRefused, approver, actor, why.ToString());
        await GoesOnAsync(work, recoveryCase, RoundOf(recoveryCase.Challenge!, approver.Id).Without(approver.Id), cancellation);
    }

    private async Task<bool> GoesOnAsync(IUnitOfWork work, RecoveryCase recoveryCase, ApprovalRound round, CancellationToken cancellation)
    {
        recoveryCase.Challenge = recoveryCase.Challenge! with { Round = round };
        work.Save(recoveryCase);
        if (!round.CanSuffice)
        {
            await RejectAsync(work, recoveryCase, cancellation);
        }

        return round.CanSuffice;
    }

    // A question that is not approved counts as a wrong answer, so that nobody is asked until they give in.
    private async Task RejectAsync(IUnitOfWork work, RecoveryCase recoveryCase, CancellationToken cancellation)
    {
        await challenges.AnswerAsync(work, recoveryCase, isRight: false, cancellation);
        ChallengeDesk.Void(work, recoveryCase);
        events.Tell(work, recoveryCase, new CaseEvent(recoveryCase.Id, CaseNews.NotApproved));
    }

    // Whoever was asked may have been removed, or the policy have changed, so that nothing is left to wait for.
    private void TellIfVoid(IUnitOfWork work, RecoveryCase recoveryCase)
    {
        if (recoveryCase.Challenge is null && recoveryCase.IsOpen(work.Now))
        {
            events.Tell(work, recoveryCase, new CaseEvent(recoveryCase.Id, CaseNews.NotApproved));
        }
    }

    // One that was asked before there were rounds waits for this one person.
    private static ApprovalRound RoundOf(Challenge challenge, AccountId approver) => challenge.Round ?? new ApprovalRound(1, [approver], []);

    private static void Note(IUnitOfWork work, RecoveryCase recoveryCase, AuditEvent happened, Account approver, string actor, string reason) =>
        work.Append(recoveryCase.Entry(happened, ("approver", approver.Id.ToString()), ("by", actor), ("reason", reason)));
}
