using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Approvals;
using ResetBot.Recovery.Audit;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Challenges;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Secrets;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Pushes;

/// <summary>
/// Asks people in another chat of theirs whether it is they. The number stands where the case is and is typed in the other chat, so that nobody says
/// yes to what they did not begin; and both chats may hang on one sign-in, so that it is never the only gate.
/// </summary>
public sealed class PushDesk(ChallengeDesk challenges, CaseAccounts accounts, IPersonalChats chats, ICaseEvents events, KeyedHash hash)
{
    /// <summary>Digits of the number: one wrong one ends the question.</summary>
    public const int Digits = 3;

    private const string NumberUse = "push|";

    /// <summary>
    /// Whether the case is in a chat. On the web page nobody is known: one open session of the other chat would be the whole gate, where in a chat it takes
    /// both of them.
    /// </summary>
    public static bool IsInChat(RecoveryCase recoveryCase) => !recoveryCase.BelongsToBrowser;

    /// <summary>The chat that can be registered in this case: where it is not, and where the person writes to us. Null when there is none.</summary>
    /// <exception cref="DirectoryUnavailableException">The directory does not answer.</exception>
    public async Task<LinkedChat?> RegistrableAsync(IUnitOfWork work, RecoveryCase recoveryCase, CancellationToken cancellation) =>
        Elsewhere(recoveryCase, await OpenAsync(work, recoveryCase, cancellation));

    /// <summary>Whether there is a chat in which this method can be asked for now.</summary>
    /// <exception cref="DirectoryUnavailableException">The directory does not answer.</exception>
    public async Task<bool> CanAskAsync(IUnitOfWork work, RecoveryCase recoveryCase, RegisteredMethod method, CancellationToken cancellation) =>
        await ChatAsync(work, recoveryCase, method.Chats, cancellation) is not null;

    /// <summary>Asks, after the challenge of the case was asked; null when there is no chat to ask in, and nothing is asked.</summary>
    /// <exception cref="DirectoryUnavailableException">The directory does not answer.</exception>
    public async Task<PushAsked?> AskAsync(IUnitOfWork work, RecoveryCase recoveryCase, CancellationToken cancellation)
    {
        var challenge = recoveryCase.Challenge ?? throw new InvalidOperationException("Nothing was asked in the case.");
        var record = await AccountRecord.OfAsync(work, recoveryCase.Account, cancellation);
        var linked = challenge.MethodId is null ? recoveryCase.Proposed?.Chats : record.Find(challenge.Kind)?.Chats;
        if (await ChatAsync(work, recoveryCase, linked, cancellation) is not { } chat)
        {
            ChallengeDesk.Void(work, recoveryCase);
            return null;
        }

        var number = Draw.Digits(Digits);
        recoveryCase.Challenge = challenge with { Push = new PushedQuestion(chat, hash.Of(number, BoundTo(recoveryCase))) };
        work.Save(recoveryCase);
        work.Append(recoveryCase.Entry(AuditEvent.PushAsked, ("in", chat.Conversation)));
        var asked = new CaseEvent(recoveryCase.Id, CaseNews.PushAsked)
        {
            Operation = recoveryCase.Operation,
            From = LinkedChat.ChannelOf(recoveryCase.Conversation),
            Until = challenge.ExpiresAt,
        };
        chats.Tell(work, await accounts.PresentAsync(recoveryCase, cancellation), chat, asked, challenge.ExpiresAt);
        return new PushAsked(chat.Channel, number, challenge.ExpiresAt);
    }

    /// <summary>Takes the answer that was given in another chat, once: whatever it is, the question is over.</summary>
    /// <param name="work">The unit of work.</param>
    /// <param name="answering">Whose chat it is, as its channel says.</param>
    /// <param name="by">The channel and its id of the person, and the conversation.</param>
    /// <param name="caseId">Which case asks.</param>
    /// <param name="number">The number that stands where the case is; null for no.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    /// <exception cref="DirectoryUnavailableException">The directory does not answer, and nothing was decided.</exception>
    public async Task<PushAnswer> DecideAsync(
        IUnitOfWork work, AccountId answering, (string Person, string Conversation) by, string caseId, string? number, CancellationToken cancellation)
    {
        if (await WaitingAsync(work, by, caseId, cancellation) is not { } recoveryCase || recoveryCase.Account != answering)
        {
            return PushAnswer.Gone;
        }

        if (number is null || !hash.Matches(recoveryCase.Challenge!.Push!.NumberHash, number, BoundTo(recoveryCase)))
        {
            return await RejectAsync(work, recoveryCase, by.Person, number is null ? PushAnswer.Declined : PushAnswer.WrongNumber, cancellation);
        }

        if (await challenges.AnswerAsync(work, recoveryCase, isRight: true, cancellation) is not ChallengeAnswer.Right right)
        {
            TellIfVoid(work, recoveryCase);
            return PushAnswer.Gone;
        }

        if (right.Challenge.MethodId is null && recoveryCase.Proposed is { Kind: MethodKind.PushApproval } proposed)
        {
            recoveryCase.Proposed = proposed with { IsConfirmed = true };
            work.Save(recoveryCase);
        }

        work.Append(recoveryCase.Entry(AuditEvent.PushGiven, ("by", by.Person)));
        events.Tell(work, recoveryCase, new CaseEvent(recoveryCase.Id, CaseNews.Approved));
        return PushAnswer.Given;
    }

    /// <summary>Whether a case still waits for an answer from this chat.</summary>
    public static async Task<bool> IsWaitingAsync(
        IUnitOfWork work, (string Person, string Conversation) by, string caseId, CancellationToken cancellation) =>
        await WaitingAsync(work, by, caseId, cancellation) is not null;

    // A question counts as long as its case waits for just this chat, which is none that the case was ever in.
    private static async Task<RecoveryCase?> WaitingAsync(
        IUnitOfWork work, (string Person, string Conversation) by, string caseId, CancellationToken cancellation) =>
        await work.FindAsync<RecoveryCase>(caseId, cancellation) is { Challenge: { Push: { } push } challenge } known
        && push.Chat.Conversation == by.Conversation && push.Chat.Person == by.Person
        && known.IsOpen(work.Now) && !challenge.IsOver(work.Now)
        && !ApprovalRules.IsSameSession(known, by.Person, by.Conversation)
        && !AttemptLimiter.IsVoid(await AccountRecord.OfAsync(work, known.Account, cancellation), known)
            ? known
            : null;

    private async Task<LinkedChat?> ChatAsync(
        IUnitOfWork work, RecoveryCase recoveryCase, IReadOnlyList<LinkedChat>? linked, CancellationToken cancellation)
    {
        // Both ends are registered: a chat that came to the account later is none of them, and asks nobody.
        if (linked is null || !linked.Any(chat => chat.Conversation == recoveryCase.Conversation && chat.Person == recoveryCase.Starter))
        {
            return null;
        }

        var open = await OpenAsync(work, recoveryCase, cancellation);
        return Elsewhere(recoveryCase, linked.Where(open.Contains));
    }

    private async Task<IReadOnlyList<LinkedChat>> OpenAsync(IUnitOfWork work, RecoveryCase recoveryCase, CancellationToken cancellation) =>
        await chats.OfAsync(work, await accounts.PresentAsync(recoveryCase, cancellation), cancellation);

    // Never in a channel that the case was in: whoever holds the session there would answer themselves.
    private static LinkedChat? Elsewhere(RecoveryCase recoveryCase, IEnumerable<LinkedChat> candidates)
    {
        var been = CasePlace.Of(recoveryCase).Select(place => LinkedChat.ChannelOf(place.Conversation)).ToHashSet();
        return IsInChat(recoveryCase) ? candidates.FirstOrDefault(chat => !been.Contains(chat.Channel)) : null;
    }

    // Whoever says no, or types a number from somewhere else, is asked again only when the person wants it; and it counts as a wrong answer.
    private async Task<PushAnswer> RejectAsync(
        IUnitOfWork work, RecoveryCase recoveryCase, string person, PushAnswer answer, CancellationToken cancellation)
    {
        work.Append(recoveryCase.Entry(AuditEvent.PushDeclined, ("by", person), ("reason", answer == PushAnswer.Declined ? "said no" : "wrong number")));
        await challenges.AnswerAsync(work, recoveryCase, isRight: false, cancellation);
        ChallengeDesk.Void(work, recoveryCase);
        events.Tell(work, recoveryCase, new CaseEvent(recoveryCase.Id, CaseNews.NotApproved));
        return answer;
    }

    // The method may have been removed, or the policy have changed, so that nothing is left to wait for.
    private void TellIfVoid(IUnitOfWork work, RecoveryCase recoveryCase)
    {
        if (recoveryCase.Challenge is null && recoveryCase.IsOpen(work.Now))
        {
            events.Tell(work, recoveryCase, new CaseEvent(recoveryCase.Id, CaseNews.NotApproved));
        }
    }

    // Bound to the question too: the number of an earlier one is worth nothing.
    private static string BoundTo(RecoveryCase recoveryCase) => $"{NumberUse}{recoveryCase.Id}|{recoveryCase.Challenge!.IssuedAt.UtcTicks}";
}
