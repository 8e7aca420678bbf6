using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Approvals;
using ResetBot.Recovery.Audit;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Notices;
using ResetBot.Recovery.Policy;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Vouching;

/// <summary>Takes the word of colleagues whether they want to vouch for somebody. Every change is told to that person on every way there is.</summary>
public sealed class VouchingDesk(ColleagueSearch search, ApprovalRules rules, PolicyBook policies, INotices notices, IApprovalRequests requests)
{
    /// <summary>The oldest invitation that waits for this person; null when none does.</summary>
    public static async Task<VouchingInvitation?> WaitingAsync(IUnitOfWork work, AccountId colleague, CancellationToken cancellation)
    {
        foreach (var invitation in (await ColleagueRecord.OfAsync(work, colleague, cancellation)).Invitations)
        {
            if (await NamedColleagues.FindAsync(work, colleague, invitation.Account, cancellation) is { } named
                && named.Invitation == invitation.Id && named.CountsFrom is null && invitation.ExpiresAt > work.Now)
            {
                return invitation;
            }
        }

        return null;
    }

    /// <summary>Takes the answer of somebody who was named.</summary>
    /// <exception cref="DirectoryUnavailableException">The directory does not answer, and nothing was decided.</exception>
    public async Task<InvitationAnswer> AnswerAsync(
        IUnitOfWork work, Account colleague, AccountActor by, string invitationId, bool accepts, CancellationToken cancellation)
    {
        if (await rules.IsLinkedLatelyAsync(work, by.Actor, cancellation))
        {
            return new InvitationAnswer.LinkedLately();
        }

        var theirs = await ColleagueRecord.OfAsync(work, colleague.Id, cancellation);
        var invitation = theirs.Invitations.Find(known => known.Id == invitationId && known.ExpiresAt > work.Now);
        if (invitation is null
            || await NamedColleagues.FindAsync(work, colleague.Id, invitation.Account, cancellation) is not { CountsFrom: null } named || named.Invitation != invitationId
            || await search.PersonAsync(invitation.Account, cancellation) is not { } person)
        {
            return new InvitationAnswer.Gone();
        }

        var record = await AccountRecord.OfAsync(work, person.Id, cancellation);
        var toPerson = by with { Language = named.Language };
        if (!accepts)
        {
            theirs.Invitations.Remove(invitation);
            work.Save(theirs);
            await LoseAsync(work, (person, record), named, toPerson, (AuditEvent.ColleagueDeclined, CaseNews.ColleagueDeclined), cancellation);
            return new InvitationAnswer.Declined(invitation.Name);
        }

        if (await rules.FindAsync(work, colleague, person.Id, cancellation) is { } conflict)
        {
            work.Append(by.Entry(AuditEvent.ColleagueRefused, person.Id, ("colleague", colleague.Id.ToString()), ("reason", conflict.ToString())));
            return new InvitationAnswer.Refused(invitation.Name, conflict);
        }

        theirs.Accept(invitation, work.Now);
        work.Save(theirs);
        named.CountsFrom = named.AtOnce ? work.Now : work.Now + policies.Freshness(person);
        work.Save(record);
        work.Append(toPerson.Entry(
            AuditEvent.ColleagueAccepted, person.Id, ("colleague", colleague.Id.ToString()), ("countsFrom", named.CountsFrom.Value.UtcDateTime.ToString("O"))));
        await notices.TellAsync(work, new Notice.ColleagueAccepted(toPerson, person, record, named.Name, named.CountsFrom.Value), cancellation);
        requests.Tell(work, person, CaseNews.ColleagueAccepted, named.Name);
        return new InvitationAnswer.Accepted(invitation.Name);
    }

    /// <summary>Those for whom this person vouches.</summary>
    /// <exception cref="DirectoryUnavailableException">The directory does not answer.</exception>
    public async Task<IReadOnlyList<VouchedPerson>> VouchesForAsync(IUnitOfWork work, AccountId colleague, CancellationToken cancellation)
    {
        List<VouchedPerson> people = [];
        foreach (var id in (await ColleagueRecord.OfAsync(work, colleague, cancellation)).VouchesFor)
        {
            if (await NamedColleagues.FindAsync(work, colleague, id, cancellation) is { CountsFrom: not null } && await search.PersonAsync(id, cancellation) is { } person)
            {
                people.Add(new VouchedPerson(id, person.DisplayName));
            }
        }

        return people;
    }

    /// <summary>Somebody does not vouch for a person any more; false when they did not.</summary>
    /// <exception cref="DirectoryUnavailableException">The directory does not answer, and nothing was changed.</exception>
    public async Task<bool> WithdrawAsync(IUnitOfWork work, AccountId colleague, AccountActor by, AccountId from, CancellationToken cancellation) =>
        !await IsLinkedLatelyAsync(work, by, cancellation) && await WithdrawProvedAsync(work, colleague, by, from, cancellation);

    /// <summary>Whether who says it was linked with their account so lately that nothing is heard from them about others.</summary>
    public Task<bool> IsLinkedLatelyAsync(IUnitOfWork work, AccountActor by, CancellationToken cancellation) => rules.IsLinkedLatelyAsync(work, by.Actor, cancellation);

    private Task<bool> WithdrawProvedAsync(IUnitOfWork work, AccountId colleague, AccountActor by, AccountId from, CancellationToken cancellation) =>
        EndAsync(work, colleague, by, from, (AuditEvent.ColleagueWithdrew, CaseNews.ColleagueWithdrew), cancellation);

    /// <summary>Somebody vouches for nobody any more, and no invitation waits for them.</summary>
    /// <exception cref="DirectoryUnavailableException">The directory does not answer, and nothing was changed.</exception>
    internal async Task WithdrawAllAsync(IUnitOfWork work, AccountId colleague, AccountActor by, CancellationToken cancellation)
    {
        var theirs = await ColleagueRecord.OfAsync(work, colleague, cancellation);
        foreach (var person in theirs.VouchesFor.Union(theirs.Invitations.Select(invitation => invitation.Account)).ToList())
        {
            await WithdrawProvedAsync(work, colleague, by, person, cancellation);
        }

        theirs.Invitations.Clear();
        work.Save(theirs);
    }

    /// <summary>Of those who were named, those who are gone or disabled are dropped, and the person is told.</summary>
    /// <exception cref="DirectoryUnavailableException">The directory does not answer.</exception>
    public async Task DropLeaversAsync(IUnitOfWork work, Account person, CancellationToken cancellation)
    {
        var record = await AccountRecord.OfAsync(work, person.Id, cancellation);
        foreach (var named in record.Find(MethodKind.ColleagueVouching)?.Colleagues?.All ?? [])
        {
            if (await search.PersonAsync(named.Id, cancellation) is null)
            {
                await DropLeaverAsync(work, named.Id, person.Id, cancellation);
            }
        }
    }

    /// <summary>Somebody has left, and vouches for this person no more.</summary>
    internal Task<bool> DropLeaverAsync(IUnitOfWork work, AccountId colleague, AccountId from, CancellationToken cancellation) =>
        EndAsync(work, colleague, new AccountActor("directory", "directory/" + colleague.Directory, "en"), from, (AuditEvent.ColleagueLeft, CaseNews.ColleagueWithdrew), cancellation);

    private async Task<bool> EndAsync(
        IUnitOfWork work, AccountId colleague, AccountActor by, AccountId from, (AuditEvent Event, CaseNews News) happened, CancellationToken cancellation)
    {
        var theirs = await ColleagueRecord.OfAsync(work, colleague, cancellation);
        if (theirs.VouchesFor.Remove(from))
        {
            work.Save(theirs);
        }

        if (await NamedColleagues.FindAsync(work, colleague, from, cancellation) is not { } named || await search.PersonAsync(from, cancellation) is not { } person)
        {
            return false;
        }

        var record = await AccountRecord.OfAsync(work, from, cancellation);
        await LoseAsync(work, (person, record), named, by with { Language = named.Language }, happened, cancellation);
        return true;
    }

    private async Task LoseAsync(
        IUnitOfWork work, (Account Account, AccountRecord Record) person, NamedColleague named, AccountActor by, (AuditEvent Event, CaseNews News) happened, CancellationToken cancellation)
    {
        NamedColleagues.Drop(work, person.Record, named);
        work.Append(by.Entry(happened.Event, person.Account.Id, ("colleague", named.Id.ToString())));
        var left = person.Record.Find(MethodKind.ColleagueVouching)?.Colleagues?.Accepted ?? 0;
        var needed = policies.ColleaguesRequired(person.Account);
        await notices.TellAsync(work, new Notice.ColleagueLost(by, person.Account, person.Record, named.Name, left, needed), cancellation);
        requests.Tell(work, person.Account, happened.News, named.Name);
    }
}
