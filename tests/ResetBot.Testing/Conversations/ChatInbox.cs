namespace ResetBot.Testing.Conversations;

/// <summary>The messages of one conversation, and a signal for each that arrives.</summary>
internal sealed class ChatInbox
{
    private readonly List<ChatMessage> _messages = [];
    private readonly Lock _gate = new();
    private readonly Signal _arrived = new();

    public IReadOnlyList<ChatMessage> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _messages];
            }
        }
    }

    /// <summary>Completes when something arrives after this was asked for.</summary>
    public Task Arrival => _arrived.Next;

    public void Add(ChatMessage message)
    {
        lock (_gate)
        {
            _messages.Add(message);
        }

        _arrived.Raise();
    }
}
