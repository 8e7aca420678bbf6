using System.Collections.Concurrent;
using ResetBot.Testing.Slack;
using ResetBot.Testing.Teams;

namespace ResetBot.Testing.Conversations;

/// <summary>Sorts what reaches the connector, or Slack, by conversation.</summary>
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

    /// <summary>Sorts in what reaches Slack, too.</summary>
    public void Follow(SlackStandIn slack) => slack.Arrived += call =>
    {
        if (call.IsRight && (call.Method.StartsWith("chat.", StringComparison.Ordinal) || call.Method == SlackResponses.Method))
        {
            Of((string)call.Arguments["channel"]!).Add(SlackReading.Of(call));
        }
    };

    public ChatInbox Of(string conversation) => _inboxes.GetOrAdd(conversation, _ => new ChatInbox());
}
