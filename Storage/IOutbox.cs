namespace ResetBot.Storage;

/// <summary>The messages that wait to leave.</summary>
public interface IOutbox
{
    /// <summary>Called with the messages of every unit of work, after it is on disk and in the order in which they were saved.</summary>
    event Action<IReadOnlyList<OutboxItem>>? Saved;

    /// <summary>All messages that still wait, by sequence. Dead letters are not among them.</summary>
    IReadOnlyList<OutboxItem> Waiting();

    /// <summary>The body of a message that waits; null when it does not any more, or cannot be read.</summary>
    ReadOnlyMemory<byte>? Read(long sequence);

    /// <summary>Notes what became of a message; done when that is on disk. A delivered one is erased, together with others.</summary>
    Task SettleAsync(OutboxSettlement settlement);

    /// <summary>How many dead letters there are.</summary>
    int DeadLetters();
}
