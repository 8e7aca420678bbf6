using ResetBot.Testing.Conversations;

namespace ResetBot.ConversationTests;

/// <summary>Stories that start hosts of their own: their people chat in Teams, or elsewhere where a class that derives from them says so.</summary>
public abstract class HostedStories
{
    protected virtual ChatHostSettings Settle(ChatHostSettings usual) => usual;

    protected Task<ChatHost> StartAsync(ChatHostSettings? settings = null) => ChatHost.StartAsync(Settle(settings ?? new ChatHostSettings()));
}
