namespace ResetBot.Storage.Sqlite.Journal;

/// <summary>A message as it stands in the outbox: a sensitive body is encrypted. Moments are milliseconds since 1970 (UTC).</summary>
internal sealed record OutboxRow(
    long Sequence, string Id, string Lane, string Kind, string Body, bool Sensitive, long DueAt, long? ExpiresAt)
{
    public int Attempts { get; init; }

    public bool Dead { get; init; }

    public string? Error { get; init; }

    /// <summary>The row after an attempt; null when the message was delivered.</summary>
    public OutboxRow? After(OutboxSettlement settlement) => settlement switch
    {
        { RetryAt: { } retry } => this with { Attempts = Attempts + 1, DueAt = retry.ToUnixTimeMilliseconds(), Error = settlement.Error },
        { Error: { } error } => this with { Attempts = Attempts + 1, Dead = true, Error = error, Body = Sensitive ? "" : Body },
        _ => null,
    };
}
