using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Limits;

/// <summary>Counts unlocks: each gives whoever guesses the password of the account new tries at the directory.</summary>
public sealed class UnlockLimiter(LimitsOptions limits)
{
    /// <summary>Until when this account is not unlocked again; null when it can be now.</summary>
    public DateTimeOffset? UsedUntil(AccountRecord record, DateTimeOffset now) =>
        record.Unlocks?.FullUntil(limits.UnlocksPerAccount, limits.UnlocksWindow, now);

    /// <summary>Takes one unlock from the account's budget; gives the moment from which on there is one again instead when none is left.</summary>
    public DateTimeOffset? Take(IUnitOfWork work, AccountRecord record)
    {
        if (UsedUntil(record, work.Now) is { } until)
        {
            return until;
        }

        (record.Unlocks ??= new SlidingCount()).Add(limits.UnlocksWindow, work.Now);
        work.Save(record);
        return null;
    }

    /// <summary>The unlock that was taken then did not happen.</summary>
    public void GiveBack(IUnitOfWork work, AccountRecord record, DateTimeOffset takenAt)
    {
        record.Unlocks?.TakeBack(limits.UnlocksWindow, takenAt);
        work.Save(record);
    }
}
