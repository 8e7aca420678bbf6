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
    private Generation? _older;
    private Task<List<DocumentWrite>>? _sorting;
    private bool _isThrough;
    private long _carried;
    private long _cleared;

    /// <summary>Whether rows are left in the journal that are in their tables.</summary>
    public bool IsLittered => _cleared < _carried;

    /// <summary>Clears away what the last process had carried over. Returns the last row of the journal that ever was.</summary>
    public long Begin()
    {
        _carried = _cleared = statements.With("SELECT sequence FROM journal_carried").Number();
        statements.With("DELETE FROM journal WHERE sequence <= ?1", _carried).Run();
        return _carried;
    }

    /// <summary>Writes into the open transaction.</summary>
    /// <param name="rows">How many rows, about.</param>
    /// <param name="atLeast">A generation of fewer bytes is left for later.</param>
    /// <param name="waits">Whether to wait for a generation that is not ready to be written.</param>
    public void Write(int rows, long atLeast, bool waits)
    {
        Clear(rows / 8);
        _rows ??= Next(atLeast, waits);
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
            _carried = _older!.Last;
            Forget();
            ahead.DropOlder();
        }
    }

    /// <summary>The transaction was undone: the generation begins anew.</summary>
    public void RolledBack() => Forget();

    private void Forget() => (_rows, _older, _sorting, _isThrough) = (null, null, null, false);

    // Rows near each other are written after each other: they share pages. They are put in order beside the writer, not on its time.
    private IEnumerator<int>? Next(long atLeast, bool waits)
    {
        if (_older is null && (_older = ahead.Older(atLeast)) is { } older)
        {
            _sorting = Task.Run(() => Sorted(older.Documents));
        }

        return _sorting is { } sorting && (waits || sorting.IsCompleted) ? Rows(_older!, sorting.GetAwaiter().GetResult()).GetEnumerator() : null;
    }

    private static List<DocumentWrite> Sorted(IReadOnlyCollection<DocumentWrite> documents) =>
        [.. documents.OrderBy(document => document.Table, StringComparer.Ordinal).ThenBy(document => document.Row.Key, StringComparer.Ordinal)];

    private IEnumerable<int> Rows(Generation generation, List<DocumentWrite> documents)
    {
        foreach (var document in documents)
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
        statements.With("UPDATE journal_carried SET sequence = ?1", generation.Last).Run();
    }

    // A row of the journal is many pages: cleared away all at once they would keep a turn waiting.
    private void Clear(int rows)
    {
        if (IsLittered && rows > 0)
        {
            _cleared = Math.Min(_carried, _cleared + rows);
            statements.With("DELETE FROM journal WHERE sequence <= ?1", _cleared).Run();
        }
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
