using ResetBot.Recovery.Accounts;

namespace ResetBot.Bot.Outbox;

/// <summary>Finds people of the company in a channel where they never wrote to the bot. Never throws for what a network or a far end can do.</summary>
internal interface IFindConversations
{
    /// <summary>Opens the personal conversation with the owner of an account; null when the channel knows nobody who is that for sure.</summary>
    Task<ConversationOpening?> FindAsync(Account account, CancellationToken cancellation);
}
