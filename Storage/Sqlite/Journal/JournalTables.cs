using ResetBot.Storage.Documents;

namespace ResetBot.Storage.Sqlite.Journal;

/// <summary>
/// Carries generations of the journal into the tables, some rows with every commit, so that no turn waits for all of them. To do it twice
/// changes nothing: after a crash everything that is still in the journal is carried over again. Only on the writer's thread.
/// </summary>
internal sealed class JournalTables(SqliteStatements statements, Ahead ahead)
{
    private const string PutDocument =
        """
        INSERT INTO {table} (key, version, body, owner, due_at, outlived_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        ON CONFLICT (key) DO UPDATE SET version = ?2, body = ?3, owner = ?4, due_at = ?5, outlived_at = ?6
        """;

    private const string PutAudit = "INSERT OR IGNORE INTO audit (sequence, body, hash, account) VALUES (?1, ?2, ?3, ?4)";

    private const string PutMessage =
        """
        INSERT OR REPLACE INTO outbox (sequence, id, lane, kind, body, sensitive, due_at, expires_at, attempts, dead, error)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
        """;

    private IEnumerator<int>? _rows;
    private bool _isThrough;

    /// <summary>Writes into the open transaction.</summary>
    /// <param name="rows">How many rows, about.</param>
    /// <param name="atLeast">A generation of fewer bytes is left for later.</param>
    public void Write(int rows, long atLeast)
    {
        _rows ??= ahead.Older(atLeast) is { } older ? Rows(older).GetEnumerator() : null;
        for (var written = 0; _rows is not null && written < rows; written++)
        {
            if (!_rows.MoveNext())
            {
                _isThrough = true;
                return;
            }
        }
    }

    /// <summary>The transaction is on disk.</summary>
    public void Committed()
    {
        if (_isThrough)
        {
            (_rows, _isThrough) = (null, false);
            ahead.DropOlder();
        }
    }

    /// <summary>The transaction was undone: the generation begins anew.</summary>
    public void RolledBack() => (_rows, _isThrough) = (null, false);

    // Rows near each other are written after each other: they share pages.
    private IEnumerable<int> Rows(Generation generation)
    {
        foreach (var document in generation.Documents
            .OrderBy(document => document.Table, StringComparer.Ordinal).ThenBy(document => document.Row.Key, StringComparer.Ordinal))
        {
            yield return Put(document);
        }

        foreach (var (record, account) in generation.Audit)
        {
            yield return statements.With(PutAudit, record.Sequence, record.Body, record.Hash, account).Run();
        }

        foreach (var message in generation.Messages)
        {
            yield return Put(message);
        }

        // An attempt must be counted once: together with the end of what counts it.
        generation.Settlements.ForEach(Settle);
        statements.With("DELETE FROM journal WHERE sequence <= ?1", generation.Last).Run();
    }

    private int Put(DocumentWrite document) => statements.With(
        statements.About(PutDocument, document.Table),
        document.Row.Key, document.Version + 1, document.Row.Body, document.Row.Owner, document.Row.DueAt, document.Row.OutlivedAt).Run();

    private int Put(OutboxRow row) => statements.With(
        PutMessage, row.Sequence, row.Id, row.Lane, row.Kind, row.Body, row.Sensitive ? 1 : 0, row.DueAt, row.ExpiresAt,
        row.Attempts, row.Dead ? 1 : 0, row.Error).Run();

    private void Settle(OutboxSettlement settlement)
    {
        var statement = settlement switch
        {
            { RetryAt: { } retry } => statements.With(
                "UPDATE outbox SET attempts = attempts + 1, due_at = ?2, error = ?3 WHERE sequence = ?1",
                settlement.Sequence, retry.ToUnixTimeMilliseconds(), settlement.Error),
            { Error: { } error } => statements.With(
                "UPDATE outbox SET attempts = attempts + 1, dead = 1, error = ?2, body = CASE sensitive WHEN 1 THEN '' ELSE body END WHERE sequence = ?1",
                settlement.Sequence, error),
            _ => statements.With("DELETE FROM outbox WHERE sequence = ?1", settlement.Sequence),
        };
        statement.Run();
    }
}
