using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Pushes;

/// <summary>The personal chats that people have with us, in all channels that prove whose account it is.</summary>
public interface IPersonalChats
{
    /// <summary>Those of an account in which something can be said now, those of people who were linked with it last.</summary>
    Task<IReadOnlyList<LinkedChat>> OfAsync(IUnitOfWork work, Account account, CancellationToken cancellation);

    /// <summary>
    /// Queues a question, or something to hear, for one of them; it does not come any more from <paramref name="until"/> on (UTC), nor where the chat has
    /// become somebody else's.
    /// </summary>
    void Tell(IUnitOfWork work, Account account, LinkedChat chat, CaseEvent told, DateTimeOffset until);

    /// <summary>
    /// The chats of somebody in a channel are not those of an account any more: what was begun there is over, and nothing is told there but that until
    /// somebody writes.
    /// </summary>
    /// <param name="work">The unit of work.</param>
    /// <param name="objectId">By which channels know the owner of the account.</param>
    /// <param name="person">The channel and its id of the person.</param>
    /// <param name="isTheirTurn">It is they who do it, in this very turn: who ends what is under way there, and says it, is the turn.</param>
    /// <param name="cancellation">Gives up.</param>
    Task DisownAsync(IUnitOfWork work, string objectId, string person, bool isTheirTurn, CancellationToken cancellation);
}
