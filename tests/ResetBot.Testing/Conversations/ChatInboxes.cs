using System.Collections.Concurrent;
using ResetBot.Testing.Teams;

namespace ResetBot.Testing.Conversations;

/// <summary>Sorts what reaches the connector by conversation.</summary>
internal sealed class ChatInboxes
{
    private readonly ConcurrentDictionary<string, ChatInbox> _inboxes = new(StringComparer.Ordinal);

    public ChatInboxes(ConnectorStandIn connector) => connector.Arrived += (call, status) =>
    {
        var parts = call.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (status is >= 200 and < 300 && parts.Length > 2)
        {
            Of(Uri.UnescapeDataString(parts[2])).Add(ChatMessage.Of(call));
        }
    };

    public ChatInbox Of(string conversation) => _inboxes.GetOrAdd(conversation, _ => new ChatInbox());
}
