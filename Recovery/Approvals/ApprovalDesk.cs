using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Audit;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Challenges;
using ResetBot.Recovery.Secrets;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Approvals;

/// <summary>
/// Asks somebody else whether a person is who they say they are. The person sees a number and tells it to them, so that nobody approves without
/// having spoken with the person.
/// </summary>
public sealed class ApprovalDesk(
    ApprovalRules rules, ChallengeDesk challenges, IApprovalRequests requests, ICaseEvents events, KeyedHash hash)
{
    /// <summary>Digits of the number: one wrong one ends the question.</summary>
    public const int Digits = 3;

    /// <summary>Asks somebody, after the challenge of the case was asked. Gives the number that the person tells them; null when they may not be asked.</summary>
    /// <exception cref="DirectoryUnavailableException">The directory does not answer.</exception>
    public async Task<string?> AskAsync(
        IUnitOfWork work, RecoveryCase recoveryCase, Account person, Account approver, CancellationToken cancellation)
    {
        var challenge = recoveryCase.Challenge ?? throw new InvalidOperationException("Nothing was asked in the case.");
        if (await rules.FindAsync(work, approver, person.Id, cancellation) is { } conflict)
        {
            work.Append(recoveryCase.Entry(AuditEvent.ApprovalRefused, ("approver", approver.Id.ToString()), ("reason", conflict.ToString())));
            ChallengeDesk.Void(work, recoveryCase);
            return null;
        }

        var id = Draw.Name();
        var number = Draw.Digits(Digits);
        var request = new ApprovalRequest(
            id,
            recoveryCase.Id,
            person.Id,
            person.DisplayName,
            challenge.Kind,
            recoveryCase.Operation,
            hash.Of(number, NumberUse + id),
            challenge.IssuedAt,
            challenge.ExpiresAt);
        var record = await ApproverRecord.OfAsync(work, approver.Id, cancellation);
        record.Add(request, work.Now);
        work.Save(record);
        work.Append(recoveryCase.Entry(AuditEvent.ApprovalAsked, ("approver", approver.Id.ToString())));
        requests.Ask(work, approver, request, recoveryCase.Language);
        return number;
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

    /// <summary>Takes the word of an approver, once: whatever they say, the question is over.</summary>
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
        var record = await ApproverRecord.OfAsync(work, approver.Id, cancellation);
        if (record.Requests.Find(known => known.Id == requestId) is not { } request)
        {
            return new ApprovalAnswer.Gone();
        }

        record.Requests.Remove(request);
        work.Save(record);
        if (await CaseAsync(work, request, cancellation) is not { } recoveryCase)
        {
            return new ApprovalAnswer.Gone();
        }

        if (number is null)
        {
            await RejectAsync(work, recoveryCase, approver, AuditEvent.ApprovalDeclined, by.Actor, "said no", cancellation);
            return new ApprovalAnswer.Declined(request);
        }

        if (await rules.FindAsync(work, approver, recoveryCase, by.Actor, by.Conversation, cancellation) is { } conflict)
        {
            await RejectAsync(work, recoveryCase, approver, AuditEvent.ApprovalRefused, by.Actor, conflict.ToString(), cancellation);
            return new ApprovalAnswer.Refused(request, conflict);
        }

        if (!hash.Matches(request.NumberHash, number, NumberUse + request.Id))
        {
            await RejectAsync(work, recoveryCase, approver, AuditEvent.ApprovalDeclined, by.Actor, "wrong number", cancellation);
            return new ApprovalAnswer.WrongNumber(request);
        }

        return await AcceptAsync(work, recoveryCase, approver, request, by.Actor, cancellation);
    }

    private const string NumberUse = "approval|";

    // A question counts as long as its case waits for just this one.
    private static async Task<RecoveryCase?> CaseAsync(IUnitOfWork work, ApprovalRequest request, CancellationToken cancellation) =>
        request.ExpiresAt > work.Now
        && await work.FindAsync<RecoveryCase>(request.CaseId, cancellation) is { Challenge: { } challenge } known
        && known.IsOpen(work.Now) && challenge.Kind == request.Kind && challenge.IssuedAt == request.AskedAt
            ? known
            : null;

    private async Task<ApprovalAnswer> AcceptAsync(
        IUnitOfWork work, RecoveryCase recoveryCase, Account approver, ApprovalRequest request, string actor, CancellationToken cancellation)
    {
        if (await challenges.AnswerAsync(work, recoveryCase, isRight: true, cancellation) is not ChallengeAnswer.Right)
        {
            return new ApprovalAnswer.Gone();
        }

        work.Append(recoveryCase.Entry(AuditEvent.ApprovalGiven, ("approver", approver.Id.ToString()), ("by", actor)));
        events.Tell(work, recoveryCase, new CaseEvent(recoveryCase.Id, CaseNews.Approved));
        return new ApprovalAnswer.Given(request);
    }

    // A question that is not approved counts as a wrong answer, so that nobody is asked until they give in.
    private async Task RejectAsync(
        IUnitOfWork work, RecoveryCase recoveryCase, Account approver, AuditEvent happened, string actor, string reason, CancellationToken cancellation)
    {
        work.Append(recoveryCase.Entry(happened, ("approver", approver.Id.ToString()), ("by", actor), ("reason", reason)));
        await challenges.AnswerAsync(work, recoveryCase, isRight: false, cancellation);
        ChallengeDesk.Void(work, recoveryCase);
        events.Tell(work, recoveryCase, new CaseEvent(recoveryCase.Id, CaseNews.NotApproved));
    }
}
