using ResetBot.Recovery.Audit;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Secrets;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.SecurePages;

/// <summary>Issues secure links and opens them.</summary>
public sealed class LinkDesk(KeyedHash hash, IPageEvents events, StrangerLimiter strangers, SecurePageOptions options)
{
    /// <summary>Issues a link; an older one of the case is void.</summary>
    public async Task<IssuedLink> IssueAsync(IUnitOfWork work, RecoveryCase recoveryCase, LinkPurpose purpose, CancellationToken cancellation)
    {
        if (!IsFor(recoveryCase, purpose, work.Now))
        {
            throw new InvalidOperationException($"A page for {purpose} is no part of this case, or not yet.");
        }

        await VoidAsync(work, recoveryCase, cancellation);
        var handle = Draw.Handle();
        var number = Draw.Digits(2);
        var link = new SecureLink
        {
            Key = KeyOf(handle),
            CaseId = recoveryCase.Id,
            Purpose = purpose,
            NumberHash = hash.Of(number, NumberUse + handle),
            IssuedAt = work.Now,
            OpenBy = work.Now + options.TimeToOpen,
        };
        recoveryCase.LinkKey = link.Key;
        recoveryCase.LiveUntil(strangers.Within(recoveryCase, link.OpenBy + options.TimeToFinish));
        work.Save(link);
        work.Save(recoveryCase);
        work.Append(recoveryCase.Entry(AuditEvent.LinkIssued, ("purpose", purpose.ToString())));
        return new IssuedLink(handle, number, link.OpenBy);
    }

    // What changes a password, or hands something over, comes after every gate; where the channel knows the person, the known password is the gate.
    private static bool IsFor(RecoveryCase recoveryCase, LinkPurpose purpose, DateTimeOffset now) => purpose switch
    {
        LinkPurpose.NewPassword => recoveryCase.IsProved(Operation.Reset, now),
        LinkPurpose.Export => recoveryCase.IsProved(Operation.Privacy, now),
        LinkPurpose.ChangePassword when recoveryCase.BelongsToBrowser => recoveryCase.IsProved(Operation.Change, now),
        LinkPurpose.ChangePassword => recoveryCase.Operation == Operation.Change,
        _ => true,
    };

    /// <summary>Whether what was typed on the case's page is with the directory, which has not answered yet.</summary>
    public static async Task<bool> IsWorkingAsync(IUnitOfWork work, RecoveryCase recoveryCase, CancellationToken cancellation) =>
        recoveryCase.LinkKey is { } key && await work.FindAsync<SecureLink>(key, cancellation) is { State: LinkState.Working };

    /// <summary>Makes the newest link of a case worthless.</summary>
    public static async Task VoidAsync(IUnitOfWork work, RecoveryCase recoveryCase, CancellationToken cancellation)
    {
        if (recoveryCase.LinkKey is { } key && await work.FindAsync<SecureLink>(key, cancellation) is { State: LinkState.Waiting or LinkState.Open } link)
        {
            link.State = LinkState.Void;
            work.Save(link);
        }

        recoveryCase.LinkKey = null;
        work.Save(recoveryCase);
    }

    /// <summary>What this browser may see. Looking changes nothing, since scanners look too.</summary>
    public async Task<LinkView> LookAsync(IUnitOfWork work, string handle, Visitor visitor, CancellationToken cancellation)
    {
        if (await work.FindAsync<SecureLink>(KeyOf(handle), cancellation) is not { } link
            || await work.FindAsync<RecoveryCase>(link.CaseId, cancellation) is not { } recoveryCase)
        {
            return new LinkView.Gone();
        }

        // A link that somebody else was sent, with its number, is worth nothing to whoever sent it, and does no harm to whoever got it.
        if (recoveryCase.BelongsToBrowser && recoveryCase.Conversation != visitor.Conversation)
        {
            return new LinkView.BelongsElsewhere();
        }

        var here = link.BrowserHash is { } stored && hash.Matches(stored, visitor.Browser, BrowserUse + link.Key);
        return link.State switch
        {
            LinkState.Done when here => new LinkView.Done(link.Purpose),
            LinkState.Working when here => new LinkView.Working(link.Purpose),
            LinkState.Waiting when link.IsUsable(work.Now) && recoveryCase.IsOpen(work.Now) => new LinkView.AsksNumber(),
            LinkState.Open when !here => new LinkView.OpenElsewhere(),
            LinkState.Open when link.IsUsable(work.Now) && recoveryCase.IsOpen(work.Now) => new LinkView.OpenHere(link, recoveryCase),
            _ => new LinkView.Gone(),
        };
    }

    /// <summary>Opens the link in this browser, which gets <see cref="Visitor.Browser"/>, when the number is right; a wrong one makes it worthless.</summary>
    /// <returns>Whether it is open here now.</returns>
    public async Task<bool> OpenAsync(IUnitOfWork work, string handle, string number, Visitor visitor, CancellationToken cancellation)
    {
        if (await LookAsync(work, handle, visitor, cancellation) is not LinkView.AsksNumber)
        {
            return false;
        }

        var link = (await work.FindAsync<SecureLink>(KeyOf(handle), cancellation))!;
        var recoveryCase = (await work.FindAsync<RecoveryCase>(link.CaseId, cancellation))!;
        work.Save(link);
        if (!hash.Matches(link.NumberHash, number.Trim(), NumberUse + handle))
        {
            link.State = LinkState.Void;
            work.Append(recoveryCase.Entry(AuditEvent.LinkRefused, ("reason", "wrong number")));
            events.Tell(work, recoveryCase, new PageEvent(link.Key, link.Purpose, PageResult.WrongNumber));
            return false;
        }

        link.State = LinkState.Open;
        link.BrowserHash = hash.Of(visitor.Browser, BrowserUse + link.Key);
        link.FinishBy = work.Now + options.TimeToFinish;
        LiveWith(work, link, recoveryCase);
        work.Append(recoveryCase.Entry(AuditEvent.LinkOpened));
        return true;
    }

    /// <summary>Gives the person more time, once.</summary>
    public async Task<bool> ExtendAsync(IUnitOfWork work, string handle, Visitor visitor, CancellationToken cancellation)
    {
        if (await LookAsync(work, handle, visitor, cancellation) is not LinkView.OpenHere { Link.Extended: false } open)
        {
            return false;
        }

        open.Link.Extended = true;
        open.Link.FinishBy += options.TimeToFinish;
        work.Save(open.Link);
        LiveWith(work, open.Link, open.Case);
        work.Append(open.Case.Entry(AuditEvent.LinkExtended));
        return true;
    }

    /// <summary>The link is used, or worth nothing any more, and its conversation hears of it.</summary>
    internal void End(IUnitOfWork work, SecureLink link, RecoveryCase recoveryCase, LinkState state, PageResult result)
    {
        link.State = state;
        work.Save(link);
        events.Tell(work, recoveryCase, new PageEvent(link.Key, link.Purpose, result));
    }

    /// <summary>Under which key a handle's link is stored.</summary>
    internal static string KeyOf(string handle) => HandleKey.Of(handle);

    private const string NumberUse = "number|";
    private const string BrowserUse = "browser|";

    private void LiveWith(IUnitOfWork work, SecureLink link, RecoveryCase recoveryCase)
    {
        recoveryCase.LiveUntil(strangers.Within(recoveryCase, link.FinishBy!.Value));
        work.Save(recoveryCase);
        events.Tell(work, recoveryCase, new PageEvent(link.Key, link.Purpose, PageResult.Opened));
    }
}
