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
            // Asked first: what is filed meanwhile is found among what was not.
            var filed = reader.Statements.With("SELECT until FROM audit_filed").Number();
            List<string> bodies = [];
            Add(bodies, reader.Statements.With(
                "SELECT body FROM audit WHERE sequence > ?1 AND account = ?2 ORDER BY sequence DESC LIMIT ?3", filed, account, count));
            for (var volume = AuditFiling.VolumeOf(filed); volume >= 0 && bodies.Count < count; volume--)
            {
                Add(bodies, reader.Statements.With(
                    """
                    SELECT audit.body FROM audit_by_account AS filed JOIN audit ON audit.sequence = filed.sequence
                    WHERE filed.volume = ?1 AND filed.account = ?2 AND filed.sequence <= ?3 ORDER BY filed.sequence DESC LIMIT ?4
                    """,
                    volume, account, filed, count - bodies.Count));
            }

            return bodies;
        }
        finally
        {
            connections.GiveBack(reader);
        }
    }

    private static void Add(List<string> bodies, SqliteStatement row)
    {
        using (row)
        {
            while (row.Read())
            {
                bodies.Add(row.GetString(0));
            }
        }
    }
}
