using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Audit;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Notices;
using ResetBot.Recovery.Registration;
using ResetBot.Recovery.SecurePages;
using ResetBot.Recovery.Vouching;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Privacy;

/// <summary>
/// Hands over what is kept of a person who has proved who they are, and erases what may be erased. Counters and pauses, remembered passwords and
/// the audit trail stay: whoever could erase them could guess again, or do harm without a trace.
/// </summary>
public sealed class PrivacyDesk(PersonalFile file, CaseDesk cases, CaseAccounts accounts, LinkDesk links, INotices notices, VouchingDesk vouching)
{
    /// <summary>Everything that is kept, on the page with this handle, which is used with it.</summary>
    /// <param name="work">The unit of work.</param>
    /// <param name="handle">Names the page.</param>
    /// <param name="visitor">Who has it open.</param>
    /// <param name="toChat">Whether it goes to the person's chat, and not to the browser.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Export> ExportAsync(IUnitOfWork work, string handle, Visitor visitor, bool toChat, CancellationToken cancellation)
    {
        if (await links.LookAsync(work, handle, visitor, cancellation) is not LinkView.OpenHere { Link.Purpose: LinkPurpose.Export } open)
        {
            return new Export.Gone();
        }

        try
        {
            if (await accounts.OfAsync(open.Case, cancellation) is not { } account
                || cases.Prove(work, open.Case, await AccountRecord.OfAsync(work, account.Id, cancellation), account) is null)
            {
                return new Export.Gone();
            }

            var data = await file.CollectAsync(work, account, cancellation);
            work.Append(open.Case.Entry(AuditEvent.DataExported, toChat ? [("to", "chat")] : []));
            links.End(work, open.Link, open.Case, LinkState.Done, PageResult.Done);
            return new Export.Given(data);
        }
        catch (DirectoryUnavailableException)
        {
            return new Export.Unavailable();
        }
    }

    /// <summary>Whether what was asked for in this case may still be given: neither erased meanwhile, nor stopped by the owner of the account.</summary>
    public static async Task<bool> MayStillBeGivenAsync(IUnitOfWork work, string caseId, CancellationToken cancellation) =>
        await work.FindAsync<RecoveryCase>(caseId, cancellation) is { ErasedAt: null } found
        && !AttemptLimiter.IsVoid(await AccountRecord.OfAsync(work, found.Account, cancellation), found);

    /// <summary>
    /// Erases the registered methods, for whom the person vouches, and every case that is over. The owner is told on every way there was, since it could be somebody else who
    /// wants that. What is registered afterwards counts as late as any change: to erase is no way to begin anew.
    /// </summary>
    /// <returns>What was erased; null when the case proves nothing (any more).</returns>
    public async Task<IReadOnlyList<RegisteredMethod>?> EraseAsync(
        IUnitOfWork work, RecoveryCase recoveryCase, Account account, CancellationToken cancellation)
    {
        var record = await AccountRecord.OfAsync(work, account.Id, cancellation);
        if (recoveryCase.Operation != Operation.Privacy || cases.Prove(work, recoveryCase, record, account) is null)
        {
            return null;
        }

        await notices.TellAsync(work, new Notice.DataErased(recoveryCase, account, record), cancellation);
        List<RegisteredMethod> erased = [.. record.Methods];
        erased.ForEach(method => RegistrationDesk.NoteLoss(record, method, work.Now));
        record.Registered.Clear();
        record.Passcode = null;
        work.Save(record);
        var by = new AccountActor(recoveryCase.Conversation.Split('/')[0], recoveryCase.Starter, recoveryCase.Language);
        await vouching.WithdrawAllAsync(work, account.Id, by, cancellation);
        foreach (var found in (await file.CasesAsync(work, account.Id, cancellation)).Where(found => !found.IsLive || found == recoveryCase))
        {
            found.ErasedAt = work.Now;
            work.Save(found);
        }

        work.Append(recoveryCase.Entry(AuditEvent.DataErased, ("methods", string.Join(", ", erased.Select(method => method.Kind)))));
        return erased;
    }
}
