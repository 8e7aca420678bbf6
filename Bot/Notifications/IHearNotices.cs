using ResetBot.Recovery.Notices;
using ResetBot.Recovery.Work;

namespace ResetBot.Bot.Notifications;

/// <summary>Hears, with the unit of work that did it, that something happened to an account.</summary>
internal interface IHearNotices
{
    /// <param name="work">The unit of work.</param>
    /// <param name="notice">What happened.</param>
    /// <param name="personIsTold">The policy of the account wants its person told.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    Task HearAsync(IUnitOfWork work, Notice notice, bool personIsTold, CancellationToken cancellation);
}
