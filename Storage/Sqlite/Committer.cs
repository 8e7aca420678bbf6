using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using ResetBot.Recovery.Audit;
using ResetBot.Recovery.Secrets;
using ResetBot.Storage.Sqlite.Journal;

namespace ResetBot.Storage.Sqlite;

/// <summary>
/// Makes units durable. A commit carries one row of the journal to disk, whatever the units changed; their rows reach the tables in portions
/// with later commits, or when nothing else is to be done. Only on the writer's thread.
/// </summary>
internal sealed partial class Committer : IDisposable
{
    private const int RowsBesideACommit = 24;
    private const int RowsAtRest = 400;

    // Of a smaller generation too little has become superfluous; of a larger one the memory is missed.
    private const long GenerationBytes = 4_000_000;

    private static readonly TimeSpan PauseAfterFault = TimeSpan.FromSeconds(5);

    private readonly SqliteConnection _connection;
    private readonly SqliteStatements _statements;
    private readonly SqliteCheckpoints _checkpoints;
    private readonly Ahead _ahead;
    private readonly Recorder _recorder;
    private readonly JournalTables _tables;
    private readonly ILogger _logger;
    private readonly MemoryStream _body = new();
    private long _last;
    private long _faultAt;

    public Committer(SqliteConnections connections, StoreMemory memory, AuditChain chain, IKeyRing keys, ILogger logger)
    {
        _connection = connections.OpenWriter();
        _statements = new SqliteStatements(_connection);
        _checkpoints = new SqliteCheckpoints(connections, _connection);
        _ahead = memory.Ahead;
        _recorder = new Recorder(_statements, memory, chain, keys);
        _tables = new JournalTables(_statements, _ahead);
        _logger = logger;
        Recover();
    }

    /// <summary>True when there is something to carry into the tables, and nothing keeps it from being carried.</summary>
    public bool MayCarry => (!_ahead.IsEmpty || _tables.IsLittered) && (_faultAt == 0 || Stopwatch.GetElapsedTime(_faultAt) > PauseAfterFault);

    /// <summary>Saves the units that hold, together; marks those that lost against others, and fails those that cannot be written.</summary>
    /// <exception cref="SqliteException">Nothing of any unit was saved.</exception>
    public void Commit(List<PendingUnit> batch)
    {
        var rows = MayCarry ? RowsBesideACommit : 0;
        try
        {
            Transact(batch, rows, GenerationBytes);
        }
        catch (Exception fault) when (rows > 0)
        {
            // What cannot be carried must not keep others from being saved.
            HoldBack(fault);
            Transact(batch, rows: 0, GenerationBytes);
        }
    }

    /// <summary>Carries a portion into the tables.</summary>
    public void Carry()
    {
        try
        {
            Transact([], RowsAtRest, atLeast: 0);
        }
        catch (Exception fault)
        {
            HoldBack(fault);
        }
    }

    /// <summary>Carries everything into the tables.</summary>
    public void CatchUp()
    {
        while (!_ahead.IsEmpty || _tables.IsLittered)
        {
            Transact([], RowsAtRest, atLeast: 0);
        }
    }

    /// <summary>Deletes the documents that nobody needs since a moment; how many there were.</summary>
    public int DeleteOutlived(string table, DateTimeOffset until) => _statements.With(
        _statements.About("DELETE FROM {table} WHERE outlived_at <= ?1", table), until.ToUnixTimeMilliseconds()).Run();

    public void Dispose()
    {
        _checkpoints.Dispose();
        _statements.Dispose();
        _connection.Dispose();
        _body.Dispose();
    }

    private void Recover()
    {
        _last = _tables.Begin();
        using (var row = _statements.With("SELECT sequence, body FROM journal ORDER BY sequence"))
        {
            while (row.Read())
            {
                _last = row.GetInt64(0);
                _ahead.Add(_last, JournalFormat.Read(row.GetBytes(1)));
            }
        }

        CatchUp();
        _recorder.Begin();
    }

    // One transaction from the first look to the last write: outside of one, each look would lock the database for itself.
    private void Transact(List<PendingUnit> batch, int rows, long atLeast)
    {
        _checkpoints.BeforeCommit(_statements);
        _recorder.Next();
        Execute("BEGIN IMMEDIATE");
        JournalEntry entry;
        try
        {
            entry = Record(batch);
            _tables.Write(rows, atLeast, waits: batch.Count == 0);
            Execute("COMMIT");
        }
        catch
        {
            _recorder.Undo();
            _tables.RolledBack();
            TryRollback();
            throw;
        }

        if (!entry.IsEmpty)
        {
            _ahead.Add(++_last, entry);
        }

        _tables.Committed();
        _checkpoints.AfterCommit();
    }

    private JournalEntry Record(List<PendingUnit> batch)
    {
        var entry = new JournalEntry();
        batch.ForEach(unit => Record(unit, entry));
        if (!entry.IsEmpty)
        {
            _body.SetLength(0);
            JournalFormat.Write(entry, _body);
            ReadOnlyMemory<byte> body = _body.GetBuffer().AsMemory(0, (int)_body.Length);
            _statements.With("INSERT INTO journal (sequence, body) VALUES (?1, ?2)", _last + 1, body).Run();
        }

        return entry;
    }

    private void Record(PendingUnit unit, JournalEntry entry)
    {
        unit.Outbox.Clear();
        try
        {
            unit.Conflicts = !_recorder.TryRecord(unit, entry);
        }
        catch (Exception fault) when (fault is not SqliteException)
        {
            unit.Fail(fault);
        }
    }

    private void HoldBack(Exception fault)
    {
        LogNotCarried(_logger, fault, _ahead.Bytes);
        _faultAt = Stopwatch.GetTimestamp();
    }

    private void Execute(string sql) => _statements.With(sql).Run();

    private void TryRollback()
    {
        try
        {
            Execute("ROLLBACK");
        }
        catch (SqliteException)
        {
            // The failed statement ended the transaction itself.
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What was saved cannot be carried from the journal into its tables; {Bytes} bytes wait in memory, and nothing is lost")]
    private static partial void LogNotCarried(ILogger logger, Exception fault, long bytes);
}
