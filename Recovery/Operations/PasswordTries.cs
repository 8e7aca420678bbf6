using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Audit;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.SecurePages;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Operations;

/// <summary>Counts the tries with a present password that is typed on a secure page, and notes what the directory said to each.</summary>
public sealed class PasswordTries(LinkDesk links, AttemptLimiter limiter)
{
    /// <summary>
    /// Takes a try from the budget before the directory is asked, so that neither parallel pages nor a crash buy one more. From here on the link
    /// is at work; what stands in the way otherwise.
    /// </summary>
    internal async Task<ProofOutcome?> BeginAsync(
        IUnitOfWork work, string handle, Visitor visitor, LinkPurpose purpose, DirectoryPasswordRules rules, CancellationToken cancellation)
    {
        var looked = await links.LookAsync(work, handle, visitor, cancellation);
        if (looked is not LinkView.OpenHere open || open.Link.Purpose != purpose)
        {
            return Otherwise(looked);
        }

        var record = await AccountRecord.OfAsync(work, open.Case.Account, cancellation);
        if (AttemptLimiter.PausedUntil(record, open.Case, work.Now) is not null || !limiter.TakePasswordTry(work, record, rules))
        {
            links.End(work, open.Link, open.Case, LinkState.Void, PageResult.Refused);
            return new ProofOutcome.Paused();
        }

        open.Link.State = LinkState.Working;
        open.Link.WorkingSince = work.Now;
        work.Save(open.Link);
        return null;
    }

    /// <summary>What a link says that takes no password here.</summary>
    internal static ProofOutcome Otherwise(LinkView looked) => looked switch
    {
        LinkView.Working => new ProofOutcome.Busy(),
        LinkView.Done => new ProofOutcome.Right(),
        _ => new ProofOutcome.Gone(),
    };

    /// <summary>Notes what the directory said (null: it was not asked). With the right password the gate is passed.</summary>
    internal ProofOutcome Note(IUnitOfWork work, SecureLink link, RecoveryCase recoveryCase, AccountRecord record, PasswordCheck? check)
    {
        switch (check)
        {
            case PasswordCheck.Right or PasswordCheck.MustChange when recoveryCase.Status == CaseStatus.Proved:
                work.Append(recoveryCase.Entry(AuditEvent.CurrentPasswordRight));
                AttemptLimiter.CountSuccess(work, record, recoveryCase);
                return new ProofOutcome.Right();
            case PasswordCheck.Right or PasswordCheck.MustChange:
                work.Append(recoveryCase.Entry(AuditEvent.CurrentPasswordRight));
                CaseDesk.PassGate(work, recoveryCase, record, MethodKind.CurrentPassword);
                return new ProofOutcome.Right();
            case PasswordCheck.Wrong:
                work.Append(recoveryCase.Entry(AuditEvent.CurrentPasswordWrong));
                limiter.CountWrongPassword(work, record, recoveryCase);
                if (AttemptLimiter.MethodPausedUntil(record, ChallengeKeys.CurrentPassword, work.Now) is null)
                {
                    return new ProofOutcome.Wrong();
                }

                links.End(work, link, recoveryCase, LinkState.Void, PageResult.Refused);
                return new ProofOutcome.Paused();
            case PasswordCheck.Locked or PasswordCheck.Disabled:
                work.Append(recoveryCase.Entry(AuditEvent.CurrentPasswordWrong, ("reason", check.Value.ToString())));
                links.End(work, link, recoveryCase, LinkState.Void, PageResult.Refused);
                return new ProofOutcome.CannotSignIn();
            default:
                work.Append(recoveryCase.Entry(AuditEvent.CurrentPasswordUnchecked, ("reason", "directory unavailable")));
                return new ProofOutcome.Unavailable();
        }
    }
}
