using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Limits;

/// <summary>
/// Keeps resets that the directory is at work on within what is left of those that are counted when they are done: of many pages that are saved at
/// once no more are written than may be.
/// </summary>
public sealed class ResetLimiter(LimitsOptions limits)
{
    /// <summary>The directory is going to be asked for the page of this link; false when as many are done or under way as may be.</summary>
    public bool Begin(IUnitOfWork work, AccountRecord record, string linkKey)
    {
        if (record.Resets.In(limits.ResetsWindow, work.Now) + (record.ResetsUnderWay?.Count ?? 0) >= limits.ResetsPerAccount)
        {
            return false;
        }

        (record.ResetsUnderWay ??= []).Add(linkKey);
        work.Save(record);
        return true;
    }

    /// <summary>The directory has answered, or the answer was found out.</summary>
    public static void End(IUnitOfWork work, AccountRecord record, string linkKey)
    {
        if (record.ResetsUnderWay?.Remove(linkKey) == true)
        {
            record.ResetsUnderWay = record.ResetsUnderWay.Count == 0 ? null : record.ResetsUnderWay;
            work.Save(record);
        }
    }
}
