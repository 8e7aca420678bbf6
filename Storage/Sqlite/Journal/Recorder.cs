using ResetBot.Recovery.Audit;
using ResetBot.Recovery.Secrets;
using ResetBot.Storage.Documents;

namespace ResetBot.Storage.Sqlite.Journal;

/// <summary>
/// Decides which units of a commit hold, and what they come to: versions, places in the audit trail and in the outbox. Only on the writer's
/// thread.
/// </summary>
internal sealed class Recorder(SqliteStatements statements, StoreMemory memory, AuditChain chain, IKeyRing keys)
{
    private readonly Dictionary<(string Table, string Key), long> _versions = [];
    private (AuditHead Head, long LastMessage) _before;

    /// <summary>The end of the audit trail, with what was recorded.</summary>
    public AuditHead Head { get; private set; } = new(0, AuditChain.Start);

    /// <summary>The last message of the outbox, with what was recorded.</summary>
    public long LastMessage { get; private set; }

    /// <summary>Finds in the tables where the trail and the outbox end.</summary>
    public void Begin()
    {
        Head = SqliteAuditTrail.ReadHead(statements);
        LastMessage = statements.With("SELECT COALESCE(MAX(seq), 0) FROM sqlite_sequence WHERE name = 'outbox'").Number();
    }

    /// <summary>A new commit: what the one before saved is in memory by now.</summary>
    public void Next()
    {
        _versions.Clear();
        _before = (Head, LastMessage);
    }

    /// <summary>The commit failed.</summary>
    public void Undo() => (Head, LastMessage) = _before;

    /// <summary>False when a document has another version by now; nothing of the unit is recorded then.</summary>
    public bool TryRecord(PendingUnit unit, JournalEntry entry)
    {
        if (unit.Documents.Any(document => CurrentVersion(document) != document.Version))
        {
            return false;
        }

        var bodies = unit.Messages.Select(message => message.Sensitive ? keys.Protect(SqliteOutbox.Purpose, message.Body) : message.Body).ToList();
        foreach (var document in unit.Documents)
        {
            Add(document, entry);
        }

        RecordAudit(unit, entry);
        RecordMessages(unit, bodies, entry);
        if (unit.Settlement is { } settlement)
        {
            entry.Settlements.Add(settlement);
            if (settlement.Kept is { } kept)
            {
                unit.Kept = kept with { Version = CurrentVersion(kept) };
                Add(unit.Kept, entry);
            }
        }

        return true;
    }

    private void Add(DocumentWrite document, JournalEntry entry)
    {
        _versions[(document.Table, document.Row.Key)] = document.Version + 1;
        entry.Documents.Add(document);
    }

    // Recent documents are as they are on disk, or they are not there.
    private long CurrentVersion(DocumentWrite document)
    {
        var (table, key) = (document.Table, document.Row.Key);
        if (_versions.TryGetValue((table, key), out var version))
        {
            return version;
        }

        if (memory.TryFind(table, key, document.IsReadAgain, out var known))
        {
            return known.Version;
        }

        using var row = statements.With(statements.About("SELECT version FROM {table} WHERE key = ?1", table), key);
        return row.Read() ? row.GetInt64(0) : 0;
    }

    private void RecordAudit(PendingUnit unit, JournalEntry entry)
    {
        foreach (var happened in unit.Audit)
        {
            var record = chain.Next(Head.Sequence, Head.Hash, AuditRecord.WriteBody(happened, unit.Now));
            entry.Audit.Add(new AuditLine(record, happened.Account?.ToString()));
            Head = new AuditHead(record.Sequence, record.Hash);
        }
    }

    private void RecordMessages(PendingUnit unit, List<string> bodies, JournalEntry entry)
    {
        var now = unit.Now.ToUnixTimeMilliseconds();
        for (var index = 0; index < bodies.Count; index++)
        {
            var message = unit.Messages[index];
            entry.Messages.Add(new OutboxRow(
                ++LastMessage, message.Id, message.Lane, message.Kind, bodies[index], message.Sensitive, now,
                message.ExpiresAt?.ToUnixTimeMilliseconds()));
            unit.Outbox.Add(new OutboxItem(LastMessage, message.Id, message.Lane, message.Kind, message.Body, unit.Now, message.ExpiresAt, 0));
        }
    }
}
