using System.Text;
using ResetBot.Recovery.Audit;
using ResetBot.Recovery.Secrets;
using ResetBot.Recovery.Work;
using ResetBot.Storage.Documents;

namespace ResetBot.Storage.Sqlite;

/// <summary>Writes units into the transaction that is open. Only on the writer's thread.</summary>
internal sealed class UnitWriter(SqliteStatements statements, AuditChain chain, IKeyRing keys)
{
    // SQLite writes the entry of an index anew when its column is named, even where it stays as it is: one text for each selection of columns.
    private static readonly string[] Updates = [.. Enumerable.Range(0, 8).Select(Update)];

    private long _sequence = statements.With("SELECT COALESCE(MAX(sequence), 0) FROM outbox").Number();
    private long _courtesy;

    /// <summary>The end of the audit trail, with what the open transaction added.</summary>
    public AuditHead Head { get; set; } = SqliteAuditTrail.ReadHead(statements);

    /// <summary>False when a document has another version by now; the transaction may hold a part of the unit then.</summary>
    public bool Write(PendingUnit unit)
    {
        foreach (var document in unit.Documents)
        {
            if (!WriteDocument(document))
            {
                return false;
            }
        }

        WriteAudit(unit);
        WriteMessages(unit);
        WriteSettlement(unit);
        DeleteOutlived(unit);
        return true;
    }

    public void Erase(DeliveredMessages delivered)
    {
        foreach (var (first, last) in delivered.Runs())
        {
            statements.With("DELETE FROM outbox WHERE sequence BETWEEN ?1 AND ?2", first, last).Run();
        }

        foreach (var kept in delivered.Kept)
        {
            Replace(kept);
        }
    }

    private bool WriteDocument(DocumentWrite write)
    {
        var (row, filing) = (write.Row, write.Row.Filing);
        var text = write.Version == 0
            ? "INSERT INTO {table} (key, version, body, owner, due_at, outlived_at) VALUES (?1, ?6 + 1, ?2, ?3, ?4, ?5) ON CONFLICT (key) DO NOTHING"
            : Updates[Changed(write.Before, filing)];
        return statements.With(
            statements.About(text, write.Table), row.Key, row.Body, filing.Owner, filing.DueAt, filing.OutlivedAt, write.Version).Run() == 1;
    }

    // Which of owner, due_at and outlived_at are others than before, as bits.
    private static int Changed(DocumentFiling before, DocumentFiling now) =>
        (before.Owner == now.Owner ? 0 : 1) | (before.DueAt == now.DueAt ? 0 : 2) | (before.OutlivedAt == now.OutlivedAt ? 0 : 4);

    private static string Update(int changed) =>
        "UPDATE {table} SET version = version + 1, body = ?2"
        + ((changed & 1) > 0 ? ", owner = ?3" : "")
        + ((changed & 2) > 0 ? ", due_at = ?4" : "")
        + ((changed & 4) > 0 ? ", outlived_at = ?5" : "")
        + " WHERE key = ?1 AND version = ?6";

    private void WriteAudit(PendingUnit unit)
    {
        foreach (var entry in unit.Audit)
        {
            var record = chain.Next(Head.Sequence, Head.Hash, AuditRecord.WriteBody(entry, unit.Now));
            statements.With(
                "INSERT INTO audit (sequence, body, hash, account) VALUES (?1, ?2, ?3, ?4)",
                record.Sequence, record.Body, record.Hash, entry.Account?.ToString()).Run();
            Head = new AuditHead(record.Sequence, record.Hash);
        }
    }

    private void WriteMessages(PendingUnit unit)
    {
        foreach (var message in unit.Messages)
        {
            if (message.IsCourtesy)
            {
                unit.Outbox.Add(Item(--_courtesy, message, unit.Now));
                continue;
            }

            object body = message.Sensitive ? keys.Protect(SqliteOutbox.Purpose, Encoding.UTF8.GetString(message.Body.Span)) : message.Body;
            _sequence++;
            statements.With(
                "INSERT INTO outbox (sequence, id, lane, kind, body, sensitive, due_at, expires_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                _sequence, message.Id, message.Lane, message.Kind, body, message.Sensitive ? 1 : 0,
                unit.Now.ToUnixTimeMilliseconds(), message.ExpiresAt?.ToUnixTimeMilliseconds()).Run();
            unit.Outbox.Add(Item(_sequence, message, unit.Now));
        }
    }

    private static OutboxItem Item(long sequence, OutgoingMessage message, DateTimeOffset now) =>
        new(sequence, message.Id, message.Lane, message.Kind, message.Body, now, message.ExpiresAt, 0);

    private void WriteSettlement(PendingUnit unit)
    {
        if (unit.Settlement is not { } settlement)
        {
            return;
        }

        var statement = settlement.RetryAt is { } retry
            ? statements.With(
                "UPDATE outbox SET attempts = attempts + 1, due_at = ?2, error = ?3, lane = COALESCE(?4, lane) WHERE sequence = ?1",
                settlement.Sequence, retry.ToUnixTimeMilliseconds(), settlement.Error, settlement.Lane)
            : statements.With(
                "UPDATE outbox SET attempts = attempts + 1, dead = 1, error = ?2, body = CASE sensitive WHEN 1 THEN '' ELSE body END WHERE sequence = ?1",
                settlement.Sequence, settlement.Error);
        statement.Run();
    }

    private void Replace(DocumentWrite write) => statements.With(
        statements.About(
            "INSERT INTO {table} (key, version, body, owner, due_at, outlived_at) VALUES (?1, 1, ?2, ?3, ?4, ?5) ON CONFLICT (key) DO UPDATE SET body = ?2, owner = ?3, due_at = ?4, outlived_at = ?5",
            write.Table),
        write.Row.Key, write.Row.Body, write.Row.Filing.Owner, write.Row.Filing.DueAt, write.Row.Filing.OutlivedAt).Run();

    private void DeleteOutlived(PendingUnit unit)
    {
        if (unit.DeleteOutlivedFrom is { } table)
        {
            unit.Deleted = statements.With(
                statements.About("DELETE FROM {table} WHERE outlived_at <= ?1", table), unit.Now.ToUnixTimeMilliseconds()).Run();
        }
    }
}
