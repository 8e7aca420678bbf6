using ResetBot.Recovery.Work;
using ResetBot.Storage.Documents;

namespace ResetBot.Storage;

/// <summary>What became of an attempt to deliver a message.</summary>
/// <param name="Sequence">Which message.</param>
/// <param name="RetryAt">When to try again; null when it is done with.</param>
/// <param name="Error">Why it failed; with no <paramref name="RetryAt"/> it is kept as a dead letter.</param>
public sealed record OutboxSettlement(long Sequence, DateTimeOffset? RetryAt, string? Error)
{
    /// <summary>The lane in which it waits from now on; null leaves it in its own.</summary>
    public string? Lane { get; init; }

    internal DocumentWrite? Kept { get; private init; }

    /// <summary>The same for a delivered one, with a document that nobody saves otherwise: it is found at once, and saved when the message is erased.</summary>
    public OutboxSettlement Keeping<T>(T document)
        where T : class, IDocument => this with { Kept = new DocumentChange<T>(document).ToWrite() };
}
