using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Audit;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Notices;
using ResetBot.Recovery.Policy;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Registration;

/// <summary>
/// From time to time people look through what they registered and say that it is still right. It proves nothing and changes nothing, so that it
/// needs no factor.
/// </summary>
public static class Reconfirmation
{
    /// <summary>Since when it is time; null when there is nothing to look through, or nobody has to.</summary>
    public static DateTimeOffset? DueSince(AccountRecord record, AccountPolicy policy)
    {
        if (policy.Reconfirm == TimeSpan.Zero || record.Methods.Count == 0)
        {
            return null;
        }

        var newest = record.Methods.Max(method => method.AddedAt);
        return (record.ConfirmedAt > newest ? record.ConfirmedAt.Value : newest) + policy.Reconfirm;
    }

    /// <summary>Whether the person should look through their methods now.</summary>
    public static bool IsDue(AccountRecord record, AccountPolicy? policy, DateTimeOffset now) => policy is not null && DueSince(record, policy) <= now;

    /// <summary>The person has looked through their methods while they changed some.</summary>
    public static void Note(IUnitOfWork work, AccountRecord record)
    {
        record.ConfirmedAt = work.Now;
        work.Save(record);
    }

    /// <summary>The person has seen their methods, and leaves them as they are.</summary>
    public static void Confirm(IUnitOfWork work, AccountRecord record, AccountId account, AccountActor by)
    {
        Note(work, record);
        work.Append(by.Entry(AuditEvent.RegistrationConfirmed, account));
    }
}
