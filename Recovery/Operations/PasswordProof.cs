using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Audit;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Secrets;
using ResetBot.Recovery.SecurePages;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Operations;

/// <summary>Proves a person by their current password, typed on the secure page and checked by the directory.</summary>
public sealed class PasswordProof(IDirectory directory, IUnitsOfWork units, LinkDesk links, AttemptLimiter limiter, IPageEvents events)
{
    /// <summary>Checks the password that was typed in this browser on the page with this handle.</summary>
    public async Task<ProofOutcome> CheckAsync(string handle, Visitor visitor, CurrentPassword password, CancellationToken cancellation)
    {
        var looked = await units.RunAsync(work => links.LookAsync(work, handle, visitor, cancellation), cancellation);
        if (looked is not LinkView.OpenHere { Link.Purpose: LinkPurpose.CurrentPassword } open)
        {
            return Otherwise(looked);
        }

        PasswordCheck? check;
        try
        {
            var rules = await directory.PasswordRulesAsync(open.Case.Account, cancellation);
            if (await units.RunAsync(work => BeginAsync(work, handle, visitor, rules, cancellation), cancellation) is { } obstacle)
            {
                return obstacle;
            }

            // From here on the answer is kept, whatever the browser does.
            check = await directory.CheckPasswordAsync(open.Case.Account, password, CancellationToken.None);
        }
        catch (DirectoryUnavailableException)
        {
            check = null;
        }

        return await units.RunAsync(work => FinishAsync(work, handle, open.Case.Id, check), CancellationToken.None);
    }

    // The try is taken from the budget before the directory is asked, so that neither parallel pages nor a crash buy one more.
    private async Task<ProofOutcome?> BeginAsync(
        IUnitOfWork work, string handle, Visitor visitor, DirectoryPasswordRules rules, CancellationToken cancellation)
    {
        var looked = await links.LookAsync(work, handle, visitor, cancellation);
        if (looked is not LinkView.OpenHere { Link.Purpose: LinkPurpose.CurrentPassword } open)
        {
            return Otherwise(looked);
        }

        var record = await AccountRecord.OfAsync(work, open.Case.Account, cancellation);
        if (AttemptLimiter.PausedUntil(record, work.Now) is not null || !limiter.TakePasswordTry(work, record, rules))
        {
            work.Save(open.Link);
            return Close(work, open.Link, open.Case, LinkState.Void, PageResult.Refused, new ProofOutcome.Paused());
        }

        open.Link.State = LinkState.Working;
        open.Link.WorkingSince = work.Now;
        work.Save(open.Link);
        return null;
    }

    private static ProofOutcome Otherwise(LinkView looked) => looked switch
    {
        LinkView.Working => new ProofOutcome.Busy(),
        LinkView.Done => new ProofOutcome.Right(),
        _ => new ProofOutcome.Gone(),
    };

    private async Task<ProofOutcome> FinishAsync(IUnitOfWork work, string handle, string caseId, PasswordCheck? check)
    {
        var link = (await work.FindAsync<SecureLink>(LinkDesk.KeyOf(handle), CancellationToken.None))!;
        var recoveryCase = (await work.FindAsync<RecoveryCase>(caseId, CancellationToken.None))!;
        var record = await AccountRecord.OfAsync(work, recoveryCase.Account, CancellationToken.None);
        if (link.State != LinkState.Working)
        {
            return check is null && link.State == LinkState.Open ? new ProofOutcome.Unavailable() : new ProofOutcome.Gone();
        }

        link.Reopen(recoveryCase);
        work.Save(link);
        switch (check)
        {
            case PasswordCheck.Right or PasswordCheck.MustChange when link.State == LinkState.Open && recoveryCase.IsOpen(work.Now):
                work.Append(recoveryCase.Entry(AuditEvent.CurrentPasswordRight));
                CaseDesk.PassGate(work, recoveryCase, record, MethodKind.CurrentPassword);
                return Close(work, link, recoveryCase, LinkState.Done, PageResult.Done, new ProofOutcome.Right());
            case PasswordCheck.Right or PasswordCheck.MustChange:
                return new ProofOutcome.Gone();
            case PasswordCheck.Wrong:
                work.Append(recoveryCase.Entry(AuditEvent.CurrentPasswordWrong));
                limiter.CountWrongPassword(work, record, recoveryCase);
                return AttemptLimiter.MethodPausedUntil(record, ChallengeKeys.CurrentPassword, work.Now) is null
                    ? new ProofOutcome.Wrong()
                    : Close(work, link, recoveryCase, LinkState.Void, PageResult.Refused, new ProofOutcome.Paused());
            case PasswordCheck.Locked or PasswordCheck.Disabled:
                work.Append(recoveryCase.Entry(AuditEvent.CurrentPasswordWrong, ("reason", check.Value.ToString())));
                return Close(work, link, recoveryCase, LinkState.Void, PageResult.Refused, new ProofOutcome.CannotSignIn());
            default:
                return new ProofOutcome.Unavailable();
        }
    }

    private ProofOutcome Close(
        IUnitOfWork work, SecureLink link, RecoveryCase recoveryCase, LinkState state, PageResult result, ProofOutcome outcome)
    {
        link.State = state;
        events.Tell(work, recoveryCase, new PageEvent(link.Key, link.Purpose, result));
        return outcome;
    }
}
