using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Audit;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Notices;
using ResetBot.Recovery.Passwords.History;
using ResetBot.Recovery.SecurePages;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Operations;

/// <summary>Saves what came of the write of a password, and finds it out where the answer was lost.</summary>
public sealed class PasswordSettlement(
    IDirectory directory, IUnitsOfWork units, CaseDesk cases, AttemptLimiter limiter, INotices notices, IPageEvents events)
{
    /// <summary>How many resets of an account are under way.</summary>
    internal ResetLimiter Resets => limiter.Resets;

    /// <summary>Has the directory write the password, and saves what came of it, or finds that out.</summary>
    internal async Task<PasswordOutcome> WriteAsync(string linkKey, ScreenedPassword screened, Func<Task<PasswordWrite>> write)
    {
        try
        {
            return await write() switch
            {
                PasswordWrite.Done => await DoneAsync(linkKey, screened.Account, screened.Finding.Pending),
                PasswordWrite.RefusedByPolicy refused => await RefusedAsync(linkKey, refused.Why),
                PasswordWrite.CurrentIsWrong => await CurrentIsWrongAsync(linkKey),
                PasswordWrite.Impossible impossible => await ImpossibleAsync(linkKey, impossible.Code),
                var other => throw new InvalidOperationException($"unknown outcome {other.GetType().Name}"),
            };
        }
        catch (DirectoryUnavailableException)
        {
            return await AskAsync(linkKey);
        }
    }

    /// <summary>The password was set.</summary>
    /// <param name="linkKey">The link of the page that it was chosen on.</param>
    /// <param name="account">Whose it is.</param>
    /// <param name="pending">What is to be remembered of it, where the link has forgotten that meanwhile.</param>
    private Task<PasswordOutcome> DoneAsync(string linkKey, Account account, PendingPassword? pending = null) =>
        SettleAsync(linkKey, isDone: true, async (work, link, recoveryCase) =>
        {
            await PasswordHistory.KeepAsync(work, recoveryCase.Account, pending ?? link.Pending, CancellationToken.None);
            link.Pending = null;
            return await NoteDoneAsync(work, link, recoveryCase, account);
        });

    /// <summary>The directory refused the password; the page stays open for another one.</summary>
    public Task<PasswordOutcome> RefusedAsync(string linkKey, DirectoryRefusal why) => SettleAsync(linkKey, isDone: false, (work, link, recoveryCase) =>
    {
        link.Reopen(recoveryCase);
        work.Append(recoveryCase.Entry(AuditEvent.PasswordRefused, ("by", "directory"), ("reason", why.ToString())));
        return Task.FromResult<PasswordOutcome>(new PasswordOutcome.RefusedByDirectory(why));
    });

    /// <summary>The present password was changed by somebody else meanwhile; the page stays open for the one that holds now.</summary>
    private Task<PasswordOutcome> CurrentIsWrongAsync(string linkKey) => SettleAsync(linkKey, isDone: false, (work, link, recoveryCase) =>
    {
        link.Reopen(recoveryCase);
        work.Append(recoveryCase.Entry(AuditEvent.CurrentPasswordWrong, ("by", "directory")));
        return Task.FromResult<PasswordOutcome>(new PasswordOutcome.CurrentIsWrong());
    });

    /// <summary>The directory will never set a password of this account.</summary>
    private Task<PasswordOutcome> ImpossibleAsync(string linkKey, string code) => SettleAsync(linkKey, isDone: false, async (work, link, recoveryCase) =>
    {
        link.State = LinkState.Void;
        work.Append(recoveryCase.Entry(WriteEvents.Of(recoveryCase).Refused, ("code", code)));
        await cases.EndAsync(work, recoveryCase, CaseStatus.Cancelled, CancellationToken.None);
        events.Tell(work, recoveryCase, new PageEvent(link.Key, link.Purpose, PageResult.Refused));
        return new PasswordOutcome.Impossible(code);
    });

    /// <summary>The proof for the directory, under the policies in force; null when the case gives none (any more).</summary>
    internal VerifiedPerson? Prove(IUnitOfWork work, RecoveryCase recoveryCase, AccountRecord record, Account account) =>
        cases.Prove(work, recoveryCase, record, account);

    /// <summary>The policies came to ask for more than was proved, and nothing was asked of the directory: the case is over.</summary>
    public async Task<PasswordOutcome> ForbidAsync(IUnitOfWork work, SecureLink link, RecoveryCase recoveryCase)
    {
        link.State = LinkState.Void;
        work.Save(link);
        work.Append(recoveryCase.Entry(WriteEvents.Of(recoveryCase).Refused, ("reason", "policy")));
        await cases.EndAsync(work, recoveryCase, CaseStatus.Cancelled, CancellationToken.None);
        events.Tell(work, recoveryCase, new PageEvent(link.Key, link.Purpose, PageResult.Overruled));
        return new PasswordOutcome.Overruled();
    }

    /// <summary>The answer was lost: asks the directory whether the password was changed since the write began.</summary>
    public async Task<PasswordOutcome> AskAsync(string linkKey)
    {
        var (link, id, mayHaveHappened) = await units.RunAsync(work => FindAsync(work, linkKey), CancellationToken.None);
        if (link is null || id is null)
        {
            return new PasswordOutcome.Gone();
        }

        if (!mayHaveHappened)
        {
            return await NothingHappenedAsync(linkKey);
        }

        try
        {
            var account = await directory.GetAsync(id.Value, CancellationToken.None);
            // Two answers of the directory are compared, not its clock with ours, which may differ in more than precision.
            return account is not null && account.PasswordChangedAt != link.PasswordStamp
                ? await DoneAsync(linkKey, account)
                : await NothingHappenedAsync(linkKey);
        }
        catch (DirectoryUnavailableException)
        {
            return await units.RunAsync(work => UncertainAsync(work, linkKey), CancellationToken.None);
        }
    }

    private async Task<PasswordOutcome> NoteDoneAsync(IUnitOfWork work, SecureLink link, RecoveryCase recoveryCase, Account account)
    {
        link.State = LinkState.Done;
        work.Append(recoveryCase.Entry(WriteEvents.Of(recoveryCase).Done));
        var record = await AccountRecord.OfAsync(work, recoveryCase.Account, CancellationToken.None);
        if (recoveryCase.Operation == Operation.Reset)
        {
            limiter.CountReset(work, record, recoveryCase);
            record.RecoveredAt = work.Now;
            SessionsOrder.Send(work, account.Id, recoveryCase.Id);
        }

        CaseDesk.Complete(work, recoveryCase);
        Notice notice = recoveryCase.Operation == Operation.Change
            ? new Notice.PasswordChanged(recoveryCase, account, record)
            : new Notice.PasswordReset(recoveryCase, account, record);
        await notices.TellAsync(work, notice, CancellationToken.None);
        events.Tell(work, recoveryCase, new PageEvent(link.Key, link.Purpose, PageResult.Done));
        return new PasswordOutcome.Done();
    }

    private static async Task<(SecureLink? Link, AccountId? Account, bool MayHaveHappened)> FindAsync(IUnitOfWork work, string linkKey)
    {
        var link = await work.FindAsync<SecureLink>(linkKey, CancellationToken.None);
        if (link is not { State: LinkState.Working })
        {
            return default;
        }

        var recoveryCase = await work.FindAsync<RecoveryCase>(link.CaseId, CancellationToken.None);
        // A change whose present password has not been found right was not written.
        var isWrite = link.Purpose == LinkPurpose.NewPassword || (link.Purpose == LinkPurpose.ChangePassword && recoveryCase is not { Status: CaseStatus.Open });
        return (link, recoveryCase?.Account, isWrite);
    }

    private Task<PasswordOutcome> NothingHappenedAsync(string linkKey) => SettleAsync(linkKey, isDone: false, (work, link, recoveryCase) =>
    {
        link.Reopen(recoveryCase);
        cases.LiveOnly(work, recoveryCase);
        var what = link.Purpose == LinkPurpose.CurrentPassword ? AuditEvent.CurrentPasswordUnchecked : WriteEvents.Of(recoveryCase).Refused;
        work.Append(recoveryCase.Entry(what, ("reason", "directory unavailable")));
        events.Tell(work, recoveryCase, new PageEvent(link.Key, link.Purpose, PageResult.Unavailable));
        return Task.FromResult<PasswordOutcome>(new PasswordOutcome.Unavailable());
    });

    private async Task<PasswordOutcome> UncertainAsync(IUnitOfWork work, string linkKey)
    {
        var link = (await work.FindAsync<SecureLink>(linkKey, CancellationToken.None))!;
        var recoveryCase = (await work.FindAsync<RecoveryCase>(link.CaseId, CancellationToken.None))!;
        if (!link.ToldUncertain)
        {
            link.ToldUncertain = true;
            work.Save(link);
            CaseDesk.AwaitDirectory(work, recoveryCase);
            work.Append(recoveryCase.Entry(WriteEvents.Of(recoveryCase).Uncertain));
            events.Tell(work, recoveryCase, new PageEvent(link.Key, link.Purpose, PageResult.Uncertain));
        }

        return new PasswordOutcome.Uncertain();
    }

    // Only the one who finds the link still working settles it, so that nothing is told or counted twice. What the directory did is recorded
    // even when it was taken for not done meanwhile.
    private Task<PasswordOutcome> SettleAsync(string linkKey, bool isDone, Func<IUnitOfWork, SecureLink, RecoveryCase, Task<PasswordOutcome>> settle) =>
        units.RunAsync(
            async work =>
            {
                var link = (await work.FindAsync<SecureLink>(linkKey, CancellationToken.None))!;
                var recoveryCase = (await work.FindAsync<RecoveryCase>(link.CaseId, CancellationToken.None))!;
                if (link.State == LinkState.Done || (link.State != LinkState.Working && !isDone))
                {
                    return link.State == LinkState.Done ? new PasswordOutcome.Done() : new PasswordOutcome.Gone();
                }

                link.WorkingSince = null;
                work.Save(link);
                ResetLimiter.End(work, await AccountRecord.OfAsync(work, recoveryCase.Account, CancellationToken.None), link.Key);
                return await settle(work, link, recoveryCase);
            },
            CancellationToken.None);
}
