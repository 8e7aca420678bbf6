using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Approvals;
using ResetBot.Recovery.Audit;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Notices;
using ResetBot.Recovery.Policy;
using ResetBot.Recovery.Registration;
using ResetBot.Recovery.Secrets;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Vouching;

/// <summary>
/// Names and removes the colleagues who vouch for a person, who has proved who they are. Whether a colleague wants to is theirs to say
/// (<see cref="VouchingDesk"/>). Every change is told to the person on every way there is.
/// </summary>
public sealed class ColleagueDesk(
    ColleagueSearch search, PolicyBook policies, INotices notices, IApprovalRequests requests, AttemptLimiter limiter)
{
    /// <summary>How long an invitation can be accepted.</summary>
    public static readonly TimeSpan InvitationLifetime = TimeSpan.FromDays(7);

    /// <summary>Asks somebody whether they want to vouch for the person.</summary>
    /// <param name="work">The unit of work.</param>
    /// <param name="recoveryCase">In which the person has proved who they are.</param>
    /// <param name="account">Theirs.</param>
    /// <param name="typed">A user name, an address or the whole name of somebody.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    /// <exception cref="DirectoryUnavailableException">The directory does not answer.</exception>
    public async Task<ColleagueNaming> NameAsync(
        IUnitOfWork work, RecoveryCase recoveryCase, Account account, string typed, CancellationToken cancellation)
    {
        var record = await AccountRecord.OfAsync(work, account.Id, cancellation);
        var ruling = policies.Rule(account, Operation.Register);
        if (recoveryCase.Proof(Operation.Register, work.Now, ruling, record) is null
            || ruling is not PolicyRuling.Permits permits || !permits.Methods.Contains(MethodKind.ColleagueVouching))
        {
            return new ColleagueNaming.NotNow();
        }

        var method = record.Find(MethodKind.ColleagueVouching);
        if (method?.Colleagues?.All.Count >= permits.Policy.ColleaguesNamed)
        {
            return new ColleagueNaming.EnoughNamed(permits.Policy.ColleaguesNamed);
        }

        if (limiter.Approvals.TakeNaming(work, record) is { } until)
        {
            return new ColleagueNaming.TooOften(until);
        }

        var (colleague, refused) = await search.FindAsync(typed, account, cancellation);
        refused ??= method?.Colleagues?.Find(colleague!.Id) is { } known ? new ColleagueNaming.NamedBefore(known.Name) : null;
        if (refused is not null)
        {
            work.Append(recoveryCase.Entry(AuditEvent.ColleagueRefused, ("reason", refused.GetType().Name)));
            return refused;
        }

        await InviteAsync(work, recoveryCase, (account, record), colleague!, cancellation);
        return new ColleagueNaming.Invited(colleague!.DisplayName);
    }

    /// <summary>The person does not want a colleague to vouch for them any more. False when there is no such colleague, or the person has not shown who they are.</summary>
    public async Task<bool> RemoveAsync(IUnitOfWork work, RecoveryCase recoveryCase, Account account, AccountId colleague, CancellationToken cancellation)
    {
        var record = await AccountRecord.OfAsync(work, account.Id, cancellation);
        if (recoveryCase.Proof(Operation.Register, work.Now, policies.Rule(account, Operation.Register), record) is null
            || record.Find(MethodKind.ColleagueVouching)?.Colleagues?.Find(colleague) is not { } named)
        {
            return false;
        }

        await notices.TellAsync(work, new Notice.ColleagueRemoved(recoveryCase, account, record, named.Name), cancellation);
        NamedColleagues.Drop(work, record, named);
        work.Append(recoveryCase.Entry(AuditEvent.ColleagueRemoved, ("colleague", named.Id.ToString())));
        return true;
    }

    private async Task InviteAsync(
        IUnitOfWork work, RecoveryCase recoveryCase, (Account Account, AccountRecord Record) person, Account colleague, CancellationToken cancellation)
    {
        var (account, record) = person;
        var invitation = new VouchingInvitation(Draw.Name(), account.Id, account.DisplayName, work.Now + InvitationLifetime);
        var method = record.Find(MethodKind.ColleagueVouching) ?? Begin(record, work.Now);
        method.Colleagues!.Add(new NamedColleague
        {
            Id = colleague.Id,
            Name = colleague.DisplayName,
            Invitation = invitation.Id,
            NamedAt = work.Now,
            AtOnce = RegistrationDesk.CountsAtOnce(recoveryCase, record),
            Language = recoveryCase.Language,
        });
        record.NoteRegistration(recoveryCase.Id);
        work.Save(record);
        var theirs = await ColleagueRecord.OfAsync(work, colleague.Id, cancellation);
        theirs.Add(invitation, work.Now);
        work.Save(theirs);
        work.Append(recoveryCase.Entry(AuditEvent.ColleagueNamed, ("colleague", colleague.Id.ToString())));
        await notices.TellAsync(work, new Notice.ColleagueNamed(recoveryCase, account, record, colleague.DisplayName), cancellation);
        requests.Invite(work, colleague, invitation, recoveryCase.Language);
    }

    private static RegisteredMethod Begin(AccountRecord record, DateTimeOffset now)
    {
        var method = new RegisteredMethod
        {
            Id = Draw.Name(),
            Kind = MethodKind.ColleagueVouching,
            AddedAt = now,
            CountsFrom = now,
            Colleagues = new NamedColleagues(),
        };
        record.Registered.Add(method);
        return method;
    }
}
