using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Limits;
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

        return await ReportsToAsync(approver, person, cancellation) ? ApprovalConflict.Report : null;
    }

    /// <summary>The same for an answer, which comes from somewhere.</summary>
    /// <param name="work">The unit of work.</param>
    /// <param name="approver">Who answers.</param>
    /// <param name="recoveryCase">The case.</param>
    /// <param name="actor">The channel and its id of whoever answers.</param>
    /// <param name="conversation">The conversation that the answer comes from.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    public async Task<ApprovalConflict?> FindAsync(
        IUnitOfWork work, Account approver, RecoveryCase recoveryCase, string actor, string conversation, CancellationToken cancellation) =>
        actor == recoveryCase.BegunBy || actor == recoveryCase.Starter || conversation == recoveryCase.BegunIn || conversation == recoveryCase.Conversation
            ? ApprovalConflict.SameSession
            : await FindAsync(work, approver, recoveryCase.Account, cancellation);

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
