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
    public async Task<ProofOutcome> CheckAsync(string handle, string browser, CurrentPassword password, CancellationToken cancellation)
    {
        var begun = await units.RunAsync(work => BeginAsync(work, handle, browser, cancellation), cancellation);
        if (begun.Case is not { } recoveryCase)
        {
            return begun.Obstacle!;
        }

        // From here on the answer is kept, whatever the browser does.
        PasswordCheck? check;
        DirectoryPasswordRules? rules = null;
        try
        {
            rules = await directory.PasswordRulesAsync(recoveryCase.Account, CancellationToken.None);
            check = await directory.CheckPasswordAsync(recoveryCase.Account, password, CancellationToken.None);
        }
        catch (DirectoryUnavailableException)
        {
            check = null;
        }

        return await units.RunAsync(work => FinishAsync(work, handle, recoveryCase.Id, check, rules), CancellationToken.None);
    }

    private async Task<(RecoveryCase? Case, ProofOutcome? Obstacle)> BeginAsync(
        IUnitOfWork work, string handle, string browser, CancellationToken cancellation)
    {
        switch (await links.LookAsync(work, handle, browser, cancellation))
        {
            case LinkView.OpenHere { Link.Purpose: LinkPurpose.CurrentPassword } open:
                var record = await AccountRecord.OfAsync(work, open.Case.Account, cancellation);
                if (AttemptLimiter.PausedUntil(record, work.Now) is not null
                    || AttemptLimiter.MethodPausedUntil(record, ChallengeKeys.CurrentPassword, work.Now) is not null)
                {
                    return (null, new ProofOutcome.Paused());
                }

                open.Link.State = LinkState.Working;
                open.Link.WorkingSince = work.Now;
                work.Save(open.Link);
                return (open.Case, null);
            case LinkView.Working:
                return (null, new ProofOutcome.Busy());
            case LinkView.Done:
                return (null, new ProofOutcome.Right());
            default:
                return (null, new ProofOutcome.Gone());
        }
    }

    private async Task<ProofOutcome> FinishAsync(
        IUnitOfWork work, string handle, string caseId, PasswordCheck? check, DirectoryPasswordRules? rules)
    {
        var link = (await work.FindAsync<SecureLink>(LinkDesk.KeyOf(handle), CancellationToken.None))!;
        var recoveryCase = (await work.FindAsync<RecoveryCase>(caseId, CancellationToken.None))!;
        var record = await AccountRecord.OfAsync(work, recoveryCase.Account, CancellationToken.None);
        link.State = LinkState.Open;
        link.WorkingSince = null;
        work.Save(link);
        switch (check)
        {
            case PasswordCheck.Right or PasswordCheck.MustChange when recoveryCase.IsOpen(work.Now):
                work.Append(recoveryCase.Entry(AuditEvent.CurrentPasswordRight));
                CaseDesk.PassGate(work, recoveryCase, record, MethodKind.CurrentPassword);
                return Close(work, link, recoveryCase, LinkState.Done, PageResult.Done, new ProofOutcome.Right());
            case PasswordCheck.Right or PasswordCheck.MustChange:
                return new ProofOutcome.Gone();
            case PasswordCheck.Wrong:
                work.Append(recoveryCase.Entry(AuditEvent.CurrentPasswordWrong));
                limiter.CountWrongPassword(work, record, recoveryCase, rules!);
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
