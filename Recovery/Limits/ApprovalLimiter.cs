using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Limits;

/// <summary>Counts questions to others, and in other chats, so that nobody is asked until they give in.</summary>
public sealed class ApprovalLimiter(LimitsOptions limits)
{
    /// <summary>
    /// Takes one question from the account's budget; gives the moment from which on there is one again instead when none is left. Nothing is taken for a
    /// method that has nobody asked.
    /// </summary>
    public DateTimeOffset? Take(IUnitOfWork work, AccountRecord record, FactorRow method) => method switch
    {
        { ByOthers: true } => Take(work, record, record.Approvals ??= new SlidingCount(), limits.ApprovalsPerAccount, limits.ApprovalsWindow),
        { InOtherChat: true } => Take(work, record, record.Pushes ??= new SlidingCount(), limits.PushesPerAccount, limits.PushesWindow),
        _ => null,
    };

    /// <summary>The same for the name of a colleague, found or not: nobody tries out names, or has many people written to.</summary>
    public DateTimeOffset? TakeNaming(IUnitOfWork work, AccountRecord record) =>
        Take(work, record, record.Namings ??= new SlidingCount(), limits.NamingsPerAccount, limits.NamingsWindow);

    private static DateTimeOffset? Take(IUnitOfWork work, AccountRecord record, SlidingCount taken, int most, TimeSpan window)
    {
        if (taken.FullUntil(most, window, work.Now) is { } until)
        {
            return until;
        }

        taken.Add(window, work.Now);
        work.Save(record);
        return null;
    }
}
