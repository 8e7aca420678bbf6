namespace ResetBot.Storage;

/// <summary>What became of an attempt to deliver a message.</summary>
/// <param name="Sequence">Which message.</param>
/// <param name="RetryAt">When to try again; null when it is done with.</param>
/// <param name="Error">Why it failed; with no <paramref name="RetryAt"/> it is kept as a dead letter.</param>
public sealed record OutboxSettlement(long Sequence, DateTimeOffset? RetryAt, string? Error);
