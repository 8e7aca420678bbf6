using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Linking;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Approvals;

/// <summary>Says whose word counts for an account. It is asked when somebody is asked, and again when they answer.</summary>
public sealed class ApprovalRules(IDirectory directory, LimitsOptions limits)
{
    // Longer than any company is deep: a ring in the directory ends here, and counts as a conflict.
    private const int MostLevels = 50;

    /// <summary>Why this person's word does not count for this account; null when it does.</summary>
    /// <exception cref="DirectoryUnavailableException">The directory does not answer.</exception>
    public async Task<ApprovalConflict?> FindAsync(IUnitOfWork work, Account approver, AccountId person, CancellationToken cancellation)
    {
        if (approver.Id == person)
        {
            return ApprovalConflict.Oneself;
        }

        // Saved, so that nobody recovers or stops the approver's account at the same moment unseen.
        var record = await AccountRecord.OfAsync(work, approver.Id, cancellation);
        work.Save(record);
        if (!approver.Enabled || record.FrozenAt is not null)
        {
            return ApprovalConflict.NotTrusted;
        }

        if (record.RecoveredAt + limits.ApproverRecoveredWithin > work.Now)
        {
            return ApprovalConflict.RecoveredLately;
        }

        return await RelationAsync(approver, person, cancellation);
    }

    /// <summary>What stands between two people, whatever they do: it is the person, or reports to them. Null when nothing does.</summary>
    /// <exception cref="DirectoryUnavailableException">The directory does not answer.</exception>
    public async Task<ApprovalConflict?> RelationAsync(Account approver, AccountId person, CancellationToken cancellation)
    {
        if (approver.Id == person)
        {
            return ApprovalConflict.Oneself;
        }

        return await ReportsToAsync(approver, person, cancellation) ? ApprovalConflict.Report : null;
    }

    /// <summary>Whether who answers was linked with their account so lately that its owner may not have said yet that it was not they.</summary>
    internal async Task<bool> IsLinkedLatelyAsync(IUnitOfWork work, string actor, CancellationToken cancellation) =>
        await ChatLinks.IsRecentAsync(work, actor, limits.ApproverRecoveredWithin, cancellation);

    /// <summary>Whether an answer comes from the same channel user, or the same conversation, as the case, now or when it was begun.</summary>
    internal static bool IsSameSession(RecoveryCase recoveryCase, string actor, string conversation) =>
        CasePlace.Of(recoveryCase).Any(place => place.Person == actor || place.Conversation == conversation);

    private async Task<bool> ReportsToAsync(Account approver, AccountId person, CancellationToken cancellation)
    {
        var above = approver.Manager;
        for (var level = 0; above is { } manager; level++)
        {
            if (manager == person || level >= MostLevels)
            {
                return true;
            }

            above = (await directory.GetAsync(manager, cancellation))?.Manager;
        }

        return false;
    }
}
