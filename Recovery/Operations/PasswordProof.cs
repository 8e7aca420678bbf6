using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Secrets;
using ResetBot.Recovery.SecurePages;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Operations;

/// <summary>Proves a person by their current password, typed on the secure page and checked by the directory.</summary>
public sealed class PasswordProof(IDirectory directory, IUnitsOfWork units, LinkDesk links, PasswordTries tries)
{
    /// <summary>Checks the password that was typed in this browser on the page with this handle.</summary>
    public async Task<ProofOutcome> CheckAsync(string handle, Visitor visitor, CurrentPassword password, CancellationToken cancellation)
    {
        var looked = await units.RunAsync(work => links.LookAsync(work, handle, visitor, cancellation), cancellation);
        if (looked is not LinkView.OpenHere { Link.Purpose: LinkPurpose.CurrentPassword } open)
        {
            return PasswordTries.Otherwise(looked);
        }

        PasswordCheck? check;
        try
        {
            var rules = await directory.PasswordRulesAsync(open.Case.Account, cancellation);
            var obstacle = await units.RunAsync(
                work => tries.BeginAsync(work, handle, visitor, LinkPurpose.CurrentPassword, rules, cancellation), cancellation);
            if (obstacle is not null)
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

    private async Task<ProofOutcome> FinishAsync(IUnitOfWork work, string handle, string caseId, PasswordCheck? check)
    {
        var link = (await work.FindAsync<SecureLink>(LinkDesk.KeyOf(handle), CancellationToken.None))!;
        var recoveryCase = (await work.FindAsync<RecoveryCase>(caseId, CancellationToken.None))!;
        if (link.State != LinkState.Working)
        {
            return check is null && link.State == LinkState.Open ? new ProofOutcome.Unavailable() : new ProofOutcome.Gone();
        }

        link.Reopen(recoveryCase);
        work.Save(link);
        if (check is PasswordCheck.Right or PasswordCheck.MustChange && !(link.State == LinkState.Open && recoveryCase.IsOpen(work.Now)))
        {
            return new ProofOutcome.Gone();
        }

        var record = await AccountRecord.OfAsync(work, recoveryCase.Account, CancellationToken.None);
        var outcome = tries.Note(work, link, recoveryCase, record, check);
        if (outcome is ProofOutcome.Right)
        {
            links.End(work, link, recoveryCase, LinkState.Done, PageResult.Done);
        }

        return outcome;
    }
}
