using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Audit;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Secrets;
using ResetBot.Recovery.SecurePages;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Operations;

/// <summary>
/// Resets a password. What is intended is saved before the directory is asked, and what came of it after, so that a crash in between can be
/// settled by asking the directory (<see cref="PasswordSettlement"/>).
/// </summary>
public sealed class ResetOperation(IDirectory directory, IUnitsOfWork units, LinkDesk links, NewPasswordScreen screen, PasswordSettlement settlement)
{
    /// <summary>Sets the password that was typed in this browser on the page with this handle.</summary>
    public async Task<PasswordOutcome> SaveAsync(string handle, Visitor visitor, NewPassword password, CancellationToken cancellation)
    {
        var looked = await units.RunAsync(work => links.LookAsync(work, handle, visitor, cancellation), cancellation);
        if (looked is not LinkView.OpenHere { Link.Purpose: LinkPurpose.NewPassword } open)
        {
            return Otherwise(looked);
        }

        var (screened, refusal) = await screen.JudgeAsync(open.Case, password, cancellation);
        if (screened is null)
        {
            return refusal!;
        }

        var (person, obstacle) = await units.RunAsync(work => BeginAsync(work, handle, visitor, screened, cancellation), cancellation);
        if (person is null)
        {
            return obstacle!;
        }

        // From here on the answer is kept, whatever the browser does.
        return await settlement.WriteAsync(
            LinkDesk.KeyOf(handle), screened, () => directory.ResetPasswordAsync(person, password, CancellationToken.None));
    }

    private async Task<(VerifiedPerson? Person, PasswordOutcome? Obstacle)> BeginAsync(
        IUnitOfWork work, string handle, Visitor visitor, ScreenedPassword screened, CancellationToken cancellation)
    {
        var looked = await links.LookAsync(work, handle, visitor, cancellation);
        if (looked is not LinkView.OpenHere open || !open.Case.IsProved(Operation.Reset, work.Now))
        {
            return (null, Otherwise(looked));
        }

        // Recovery may have been paused, closed or stopped since the gates were passed. Saved, so that nobody does it at the same moment unseen.
        var record = await AccountRecord.OfAsync(work, open.Case.Account, cancellation);
        work.Save(record);
        if (AttemptLimiter.PausedUntil(record, open.Case, work.Now) is not null)
        {
            return (null, new PasswordOutcome.Impossible(RefusalCodes.NoPermission));
        }

        if (settlement.Prove(work, open.Case, record, screened.Account) is not { } person)
        {
            return (null, await settlement.ForbidAsync(work, open.Link, open.Case));
        }

        // Many pages that are saved at once: as many as may be are under way.
        if (!settlement.Resets.Begin(work, record, open.Link.Key))
        {
            return (null, new PasswordOutcome.Busy());
        }

        open.Link.State = LinkState.Working;
        open.Link.WorkingSince = work.Now;
        open.Link.PasswordStamp = screened.Account.PasswordChangedAt;
        open.Link.Pending = screened.Finding.Pending;
        work.Save(open.Link);
        work.Append(open.Case.Entry(AuditEvent.ResetIntended, screened.Details));
        return (person, null);
    }

    private static PasswordOutcome Otherwise(LinkView looked) => looked switch
    {
        LinkView.Working => new PasswordOutcome.Busy(),
        LinkView.Done => new PasswordOutcome.Done(),
        _ => new PasswordOutcome.Gone(),
    };
}
