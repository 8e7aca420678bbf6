using ResetBot.Recovery.Audit;
using ResetBot.Recovery.Work;
using ResetBot.Storage.Documents;

namespace ResetBot.Storage.Sqlite;

/// <summary>A finished unit of work on its way to disk.</summary>
internal sealed class PendingUnit(
    DateTimeOffset now,
    IReadOnlyList<(string Table, long Version, DocumentRow Row)> documents,
    IReadOnlyList<AuditEntry> audit,
    IReadOnlyList<OutgoingMessage> messages)
{
    private readonly TaskCompletionSource<bool> _saved = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public DateTimeOffset Now { get; } = now;
    public IReadOnlyList<(string Table, long Version, DocumentRow Row)> Documents { get; } = documents;
    public IReadOnlyList<AuditEntry> Audit { get; } = audit;
    public IReadOnlyList<OutgoingMessage> Messages { get; } = messages;

    /// <summary>The outbox rows that the unit became, once it is on disk.</summary>
    public List<OutboxItem> Outbox { get; } = [];

    /// <summary>Messages that were delivered or are to be tried again, saved along with the units of the same commit.</summary>
    public OutboxSettlement? Settlement { get; init; }

    /// <summary>From which table what nobody needs since <see cref="Now"/> is deleted; null deletes nothing.</summary>
    public string? DeleteOutlivedFrom { get; init; }

    public int Deleted { get; set; }

    /// <summary>Set by the writer inside its transaction.</summary>
    public bool Conflicts { get; set; }

    /// <summary>True when it is on disk, false when it lost against others.</summary>
    public Task<bool> Saved => _saved.Task;

    public void Complete() => _saved.TrySetResult(!Conflicts);

    public void Fail(Exception why) => _saved.TrySetException(why);
}
