using ResetBot.Recovery.Audit;

namespace ResetBot.Storage.Sqlite;

/// <inheritdoc cref="IAuditTrail"/>
internal sealed class SqliteAuditTrail(SqliteConnections connections) : IAuditTrail
{
    public static AuditHead ReadHead(SqliteStatements statements)
    {
        using var row = statements.With("SELECT sequence, hash FROM audit ORDER BY sequence DESC LIMIT 1");
        return row.Read() ? new AuditHead(row.GetInt64(0), row.GetString(1)) : new AuditHead(0, AuditChain.Start);
    }

    public IEnumerable<AuditRecord> ReadAll()
    {
        var reader = connections.TakeReader();
        try
        {
            using var row = reader.Statements.With("SELECT sequence, body, hash FROM audit ORDER BY sequence");
            while (row.Read())
            {
                yield return new AuditRecord(row.GetInt64(0), row.GetString(1), row.GetString(2));
            }
        }
        finally
        {
            connections.GiveBack(reader);
        }
    }

    public AuditHead Head()
    {
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
        var reader = connections.TakeReader();
        try
        {
            var bodies = new List<string>(count);
            using var row = reader.Statements
                .With("SELECT body FROM audit WHERE account = ?1 ORDER BY sequence DESC LIMIT ?2", account, count);
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
}
