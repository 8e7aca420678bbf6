using ResetBot.Recovery.Audit;
using ResetBot.Recovery.Work;
using ResetBot.Storage.Documents;

namespace ResetBot.Storage.Sqlite;

/// <summary>A finished unit of work on its way to disk.</summary>
internal sealed class PendingUnit(
    DateTimeOffset now,
    IReadOnlyList<DocumentWrite> documents,
    IReadOnlyList<AuditEntry> audit,
    IReadOnlyList<OutgoingMessage> messages)
{
    private readonly TaskCompletionSource<bool> _saved = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public DateTimeOffset Now { get; } = now;
    public IReadOnlyList<DocumentWrite> Documents { get; } = documents;
    public IReadOnlyList<AuditEntry> Audit { get; } = audit;
    public IReadOnlyList<OutgoingMessage> Messages { get; } = messages;

    /// <summary>The outbox rows that the unit became, once it is on disk.</summary>
    public List<OutboxItem> Outbox { get; } = [];

    /// <summary>A message that is to be tried again, or never.</summary>
    public OutboxSettlement? Settlement { get; init; }

    /// <summary>From which table what nobody needs since <see cref="Now"/> is deleted; null deletes nothing.</summary>
    public string? DeleteOutlivedFrom { get; init; }

    public int Deleted { get; set; }

    /// <summary>Nobody waits for it at the other end of a channel: it may share the next commit of others.</summary>
    public bool CanWait => Settlement is not null;

    /// <summary>Set by the writer inside its transaction.</summary>
    public bool Conflicts { get; set; }

    /// <summary>True when it is on disk, false when it lost against others.</summary>
    public Task<bool> Saved => _saved.Task;

    public void Complete() => _saved.TrySetResult(!Conflicts);

    public void Fail(Exception why) => _saved.TrySetException(why);
}
