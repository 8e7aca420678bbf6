using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Audit;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Linking;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Notices;
using ResetBot.Recovery.Operations;
using ResetBot.Recovery.Vouching;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Objections;

/// <summary>
/// Takes the word of the owner of an account that something was not they. Everything that could go on is stopped at once and without a proof,
/// since stopping gives nobody anything; only who runs the service opens it again (<see cref="Reopening"/>).
/// </summary>
public sealed class ObjectionDesk(IDirectory directory, INotices notices, ChatLinks links)
{
    /// <summary>What the page with this handle shows.</summary>
    /// <exception cref="DirectoryUnavailableException">The directory does not answer.</exception>
    public async Task<ObjectionView> LookAsync(IUnitOfWork work, string handle, CancellationToken cancellation)
    {
        if (await ObjectionLinks.FindAsync(work, handle, cancellation) is not { } link)
        {
            return new ObjectionView.Gone();
        }

        if ((await AccountRecord.OfAsync(work, link.Account, cancellation)).FrozenAt is not null)
        {
            return new ObjectionView.Stopped(link);
        }

        return await directory.GetAsync(link.Account, cancellation) is { } account
            ? new ObjectionView.Asks(link, Mask.Address(account.UserName))
            : new ObjectionView.Gone();
    }

    /// <summary>Whoever got the notice with this link says that it was not they.</summary>
    /// <exception cref="DirectoryUnavailableException">The directory does not answer, and nothing was stopped.</exception>
    public async Task<Objection> ObjectAsync(IUnitOfWork work, string handle, CancellationToken cancellation)
    {
        if (await ObjectionLinks.FindAsync(work, handle, cancellation) is not { } link
            || await directory.GetAsync(link.Account, cancellation) is not { } account)
        {
            return new Objection.Gone();
        }

        link.UsedAt ??= work.Now;
        work.Save(link);
        return await ObjectAsync(
            work, account, new AccountActor("notice", $"notice/{link.Notice} to {link.SentTo}", link.Language, link.CaseId), cancellation);
    }

    /// <summary>The owner of an account, whom a channel knows, says that something was not they.</summary>
    public async Task<Objection> ObjectAsync(IUnitOfWork work, Account account, AccountActor by, CancellationToken cancellation)
    {
        var record = await AccountRecord.OfAsync(work, account.Id, cancellation);
        work.Save(record);

        // Also when it was stopped before: what was linked may be what was not they.
        await links.EndAllAsync(work, account, by, cancellation);
        if (record.FrozenAt is not null)
        {
            work.Append(by.Entry(AuditEvent.ObjectionRepeated, account.Id));
            return new Objection.StoppedBefore();
        }

        // What was registered and does not count yet waits for just this word.
        List<RegisteredMethod> removed = [.. record.Registered.Where(method => method.CountsFrom > work.Now)];
        record.Registered.RemoveAll(removed.Contains);
        removed.AddRange(NamedColleagues.DropUncounted(work, record));
        record.FrozenAt = work.Now;
        record.VoidCases(work.Now);
        record.Passcode = null;
        record.PasscodeWish = null;
        record.HelpDeskCase = await OpenCaseAsync(work, account, by, cancellation);
        work.Append(by.Entry(
            AuditEvent.RecoveryFrozen,
            account.Id,
            ("methodsRemoved", string.Join(", ", removed.Select(method => method.Kind))),
            ("helpDeskCase", record.HelpDeskCase)));
        SessionsOrder.Send(work, account.Id, by.About);
        await notices.TellAsync(work, new Notice.RecoveryStopped(by, account, record), cancellation);
        return new Objection.Stopped(removed, record.HelpDeskCase);
    }

    private static async Task<string> OpenCaseAsync(IUnitOfWork work, Account account, AccountActor by, CancellationToken cancellation)
    {
        var opened = new HelpDeskCase
        {
            Key = await HelpDeskCase.NumberAsync(work, cancellation),
            Account = account.Id,
            OpenedAt = work.Now,
            OpenedBy = by.Actor,
            About = by.About,
        };
        work.Save(opened);
        return opened.Key;
    }
}
