using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Pushes;

/// <summary>The personal chats that people have with us, in all channels that prove whose account it is.</summary>
public interface IPersonalChats
{
    /// <summary>Those of an account in which something can be said now.</summary>
    Task<IReadOnlyList<LinkedChat>> OfAsync(IUnitOfWork work, Account account, CancellationToken cancellation);

    /// <summary>
    /// Queues a question, or something to hear, for one of them; it does not come any more from <paramref name="until"/> on (UTC), nor where the chat has
    /// become somebody else's.
    /// </summary>
    void Tell(IUnitOfWork work, Account account, LinkedChat chat, CaseEvent told, DateTimeOffset until);
}
