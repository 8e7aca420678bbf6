namespace ResetBot.Testing.Conversations;

/// <summary>The messages of one conversation, and a signal for each that arrives.</summary>
internal sealed class ChatInbox
{
    private readonly List<ChatMessage> _messages = [];
    private readonly Lock _gate = new();
    private TaskCompletionSource _arrival = NewSignal();

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
    public Task Arrival
    {
        get
        {
            lock (_gate)
            {
                return _arrival.Task;
            }
        }
    }

    public void Add(ChatMessage message)
    {
        TaskCompletionSource arrived;
        lock (_gate)
        {
            _messages.Add(message);
            arrived = _arrival;
            _arrival = NewSignal();
        }

        arrived.SetResult();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
