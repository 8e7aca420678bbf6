using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Work;

namespace ResetBot.Bot.Notifications;

/// <summary>Hears, with the unit of work that did it, that something happened to an account of which its person is told.</summary>
internal interface IHearNotices
{
    void Hear(IUnitOfWork work, Account account);
}
