using ResetBot.Recovery.Audit;
using ResetBot.Storage.Sqlite.Journal;

namespace ResetBot.Storage.Sqlite;

/// <inheritdoc cref="IAuditTrail"/>
internal sealed class SqliteAuditTrail(SqliteConnections connections, StoreMemory memory) : IAuditTrail
{
    public static AuditHead ReadHead(SqliteStatements statements)
    {
        using var row = statements.With("SELECT sequence, hash FROM audit ORDER BY sequence DESC LIMIT 1");
        return row.Read() ? new AuditHead(row.GetInt64(0), row.GetString(1)) : new AuditHead(0, AuditChain.Start);
    }

    // In one transaction, so that what is carried from the journal into the table meanwhile is seen once.
    public IEnumerable<AuditRecord> ReadAll()
    {
        var reader = connections.TakeReader();
        var last = 0L;
        try
        {
            reader.Statements.With("BEGIN").Run();
            foreach (var record in ReadTable(reader.Statements).Concat(ReadJournal(reader.Statements)))
            {
                if (record.Sequence > last || last == 0)
                {
                    last = record.Sequence;
                    yield return record;
                }
            }
        }
        finally
        {
            reader.Statements.With("ROLLBACK").Run();
            connections.GiveBack(reader);
        }
    }

    public AuditHead Head()
    {
        if (memory.Ahead.Head() is { } head)
        {
            return head;
        }

        var reader = connections.TakeReader();
        try
        {
            return ReadHead(reader.Statements);
        }
        finally
        {
            connections.GiveBack(reader);
        }
    }

    public IReadOnlyList<string> Recent(string account, int count)
    {
        var (bodies, first) = memory.Ahead.Recent(account, count);
        var reader = connections.TakeReader();
        try
        {
            using var row = reader.Statements.With(
                "SELECT body FROM audit WHERE account = ?1 AND sequence < ?2 ORDER BY sequence DESC LIMIT ?3", account, first, count - bodies.Count);
            while (row.Read())
            {
                bodies.Add(row.GetString(0));
            }

            return bodies;
        }
        finally
        {
            connections.GiveBack(reader);
        }
    }

    private static IEnumerable<AuditRecord> ReadTable(SqliteStatements statements)
    {
        using var row = statements.With("SELECT sequence, body, hash FROM audit ORDER BY sequence");
        while (row.Read())
        {
            yield return new AuditRecord(row.GetInt64(0), row.GetString(1), row.GetString(2));
        }
    }

    // What the service has not carried over yet, or could not before it was killed.
    private static IEnumerable<AuditRecord> ReadJournal(SqliteStatements statements)
    {
        using var row = statements.With("SELECT body FROM journal ORDER BY sequence");
        while (row.Read())
        {
            foreach (var line in JournalFormat.Read(row.GetBytes(0)).Audit)
            {
                yield return line.Record;
            }
        }
    }
}
