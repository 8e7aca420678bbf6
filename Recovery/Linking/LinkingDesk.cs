using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Audit;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Notices;
using ResetBot.Recovery.Secrets;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Linking;

/// <summary>
/// Links somebody of whom a channel does not say who they are with their account, once: they prove a factor where they are known, or pass the gates of a
/// reset where nobody is, get a code there, and type it in the chat that is to know them.
/// </summary>
public sealed class LinkingDesk(CaseDesk cases, CaseAccounts accounts, ChatLinks links, INotices notices, ICaseEvents events, KeyedHash hash)
{
    /// <summary>Digits of a code.</summary>
    public const int Digits = 8;

    /// <summary>After so many wrong codes of somebody none is looked at, until the first of them is an hour ago.</summary>
    public const int MostWrong = 5;

    private const string Use = "chat-link|";

    private static readonly TimeSpan WrongWindow = TimeSpan.FromHours(1);

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    /// <summary>Draws a code for the owner of a case that is proved, in place of the one before; null when it proves nothing (any more).</summary>
    /// <exception cref="DirectoryUnavailableException">The directory does not answer.</exception>
    public async Task<LinkCode?> OfferAsync(IUnitOfWork work, RecoveryCase recoveryCase, CancellationToken cancellation)
    {
        if (await ProvedAsync(work, recoveryCase, cancellation) is not { } account)
        {
            return null;
        }

        string digits;
        do
        {
            digits = Draw.Digits(Digits);
        }
        while (await work.FindAsync<ChatLinkCode>(KeyOf(digits), cancellation) is not null);

        var code = new ChatLinkCode
        {
            Key = KeyOf(digits),
            CaseId = recoveryCase.Id,
            DrawnAfterVoids = (await AccountRecord.OfAsync(work, account.Id, cancellation)).LinkCodesVoided,
            ExpiresAt = work.Now + Lifetime,
        };
        work.Save(code);
        recoveryCase.LinkCode = code.Key;
        work.Save(recoveryCase);
        work.Append(recoveryCase.Entry(AuditEvent.ChatLinkOffered));
        return new LinkCode(digits, code.ExpiresAt);
    }

    /// <summary>Takes a code, once, from somebody whom their channel does not know.</summary>
    /// <param name="work">The unit of work.</param>
    /// <param name="person">The channel and its id of the person.</param>
    /// <param name="name">What they are called there.</param>
    /// <param name="digits">What was typed.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="DirectoryUnavailableException">The directory does not answer, and nothing was linked.</exception>
    public async Task<LinkAnswer> TakeAsync(IUnitOfWork work, string person, string name, string digits, CancellationToken cancellation)
    {
        var tries = await work.FindAsync<ChatLinkTries>(person, cancellation) ?? new ChatLinkTries { Key = person };
        if (tries.Wrong.FullUntil(MostWrong, WrongWindow, work.Now) is { } until)
        {
            return new LinkAnswer.TooManyWrong(until);
        }

        if (await CaseOfAsync(work, digits, cancellation) is not { } recoveryCase || await ProvedAsync(work, recoveryCase, cancellation) is not { } account)
        {
            tries.Wrong.Add(WrongWindow, work.Now);
            tries.LastAt = work.Now;
            work.Save(tries);
            work.Append(new AuditEntry(AuditEvent.ChatLinkRefused, null, null, person, AuditEntry.None));
            return new LinkAnswer.Wrong();
        }

        // Saved, so that whoever gives up the case at the same moment has given up its code, or finds the chat linked.
        recoveryCase.LinkCode = null;
        CaseDesk.Complete(work, recoveryCase);
        var who = LinkedPerson.Of(person, name, work.Now);
        var by = new AccountActor(who.Channel, person, recoveryCase.Language, recoveryCase.Id);
        var record = await ChatLinks.AddAsync(work, account, who, by, cancellation);
        work.Append(by.Entry(AuditEvent.ChatLinked, account.Id, ("name", who.Name)));
        events.Tell(work, recoveryCase, new CaseEvent(recoveryCase.Id, CaseNews.Linked) { Name = who.Name });
        await notices.TellAsync(work, new Notice.ChatLinked(by, account, record, who.Name), cancellation);
        return new LinkAnswer.Linked(account);
    }

    /// <summary>A code was typed where others read it: it is worth nothing any more.</summary>
    public async Task VoidAsync(IUnitOfWork work, string digits, CancellationToken cancellation)
    {
        if (await CaseOfAsync(work, digits, cancellation) is { } recoveryCase)
        {
            recoveryCase.LinkCode = null;
            work.Save(recoveryCase);
        }
    }

    /// <summary>Ends every link of an account at the word of its owner, who is told wherever it was not they.</summary>
    /// <returns>Those who were linked.</returns>
    public async Task<IReadOnlyList<LinkedPerson>> UnlinkAsync(IUnitOfWork work, Account account, AccountActor by, CancellationToken cancellation)
    {
        var ended = await links.EndAllAsync(work, account, by, cancellation);
        if (ended.Count > 0)
        {
            var record = await AccountRecord.OfAsync(work, account.Id, cancellation);
            var names = string.Join(", ", ended.Select(linked => linked.Name));
            await notices.TellAsync(work, new Notice.ChatUnlinked(by, account, record, names), cancellation);
        }

        return ended;
    }

    // The case whose last code it is, as long as that is good.
    private async Task<RecoveryCase?> CaseOfAsync(IUnitOfWork work, string digits, CancellationToken cancellation) =>
        await work.FindAsync<ChatLinkCode>(KeyOf(digits), cancellation) is { } code && code.ExpiresAt > work.Now
        && await work.FindAsync<RecoveryCase>(code.CaseId, cancellation) is { } recoveryCase && recoveryCase.LinkCode == code.Key
        && (await AccountRecord.OfAsync(work, recoveryCase.Account, cancellation)).LinkCodesVoided == code.DrawnAfterVoids
            ? recoveryCase
            : null;

    // Asked when the code is drawn, and again when it is used: whoever gave up the case meanwhile has given up its code.
    private async Task<Account?> ProvedAsync(IUnitOfWork work, RecoveryCase recoveryCase, CancellationToken cancellation) =>
        recoveryCase.Operation == Operation.Link
        && await accounts.OfAsync(recoveryCase, cancellation) is { Enabled: true } account
        && cases.Prove(work, recoveryCase, await AccountRecord.OfAsync(work, account.Id, cancellation), account) is not null
            ? account
            : null;

    // A code is found by it, so that it is bound to nothing else.
    private string KeyOf(string digits) => hash.Of(digits, Use);
}
