using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using ResetBot.Recovery.Audit;
using ResetBot.Recovery.Secrets;
using ResetBot.Storage.Documents;

namespace ResetBot.Storage.Sqlite;

/// <summary>
/// The only one who writes, on a thread of its own. Units that arrive while a commit is under way share the next one, so that one flush to
/// disk serves many.
/// </summary>
internal sealed partial class SqliteWriter : IStorageLoad, IDisposable
{
    private const int MostInOneCommit = 256;

    private readonly StorageOptions _options;
    private readonly WriteQueue _queue;
    private readonly SqliteConnection _connection;
    private readonly SqliteStatements _statements;
    private readonly UnitWriter _units;
    private readonly AuditFiling _filing;
    private readonly SqliteCheckpoints _checkpoints;
    private readonly RecentDocuments _recent;
    private readonly ILogger<SqliteWriter> _logger;
    private readonly Thread _thread;
    private readonly Dictionary<(string Table, string Key), long> _versions = [];
    private DeliveredMessages? _delivered;

    public SqliteWriter(SqliteConnections connections, RecentDocuments recent, AuditChain chain, IKeyRing keys, StorageOptions options, ILogger<SqliteWriter> logger)
    {
        _options = options;
        _queue = new WriteQueue(options.MostWaiting);
        _connection = connections.OpenWriter();
        _statements = new SqliteStatements(_connection);
        _units = new UnitWriter(_statements, chain, keys);
        _filing = new AuditFiling(_statements, logger);
        _checkpoints = new SqliteCheckpoints(connections, _connection);
        _recent = recent;
        _logger = logger;
        _thread = new Thread(Run) { IsBackground = true, Name = "writer" };
        _thread.Start();
    }

    /// <summary>Called on the writer's thread with what a commit put into the outbox, in order.</summary>
    public Action<IReadOnlyList<OutboxItem>>? Committed { get; set; }

    public bool IsFull => _queue.Waiting >= _options.MostWaiting;

    /// <summary>True when the unit is on disk, false when it lost against others.</summary>
    /// <exception cref="StorageBusyException">Too much waits already.</exception>
    public Task<bool> WriteAsync(PendingUnit unit)
    {
        _queue.Add(unit);
        return unit.Saved;
    }

    /// <summary>Erases a message that was delivered, with others; done when it is erased. What is kept of it can be found at once.</summary>
    public Task EraseAsync(OutboxSettlement delivered)
    {
        if (delivered.Kept is { } kept)
        {
            _recent.Note([kept]);
        }

        return _queue.Erase(delivered);
    }

    /// <summary>Deletes the documents of a kind that nobody needs since a moment.</summary>
    public async Task<int> DeleteOutlivedAsync(string table, DateTimeOffset until)
    {
        var unit = new PendingUnit(until, [], [], []) { DeleteOutlivedFrom = table };
        await WriteAsync(unit);
        return unit.Deleted;
    }

    public void Dispose()
    {
        _queue.Close();
        _thread.Join();
        _checkpoints.Dispose();
        _statements.Dispose();
        _connection.Dispose();
    }

    private void Run()
    {
        var batch = new List<PendingUnit>(MostInOneCommit);
        while (_queue.Take(batch, MostInOneCommit, out _delivered))
        {
            _checkpoints.BeforeCommit(_statements);
            Commit(batch);
            _checkpoints.AfterCommit();
            batch.Clear();
        }
    }

    private void Commit(List<PendingUnit> batch)
    {
        var headBefore = _units.Head;
        try
        {
            while (!TryCommit(batch))
            {
                // One lost to somebody whom memory did not know of: the others are written again without it.
                _units.Head = headBefore;
                batch.ForEach(unit => unit.Outbox.Clear());
            }
        }
        catch (Exception failure)
        {
            _units.Head = headBefore;
            _filing.Forget();
            LogCommitFailed(_logger, failure);
            TryRollback();
            FailOrSeparate(batch, failure);
            return;
        }

        Publish(batch);
    }

    private bool TryCommit(List<PendingUnit> batch)
    {
        _versions.Clear();
        Execute("BEGIN IMMEDIATE");
        foreach (var unit in batch)
        {
            unit.Conflicts = unit.Conflicts || HasLost(unit);
            if (!unit.Conflicts && !_units.Write(unit))
            {
                unit.Conflicts = true;
                _recent.Forget(unit.Documents);
                Execute("ROLLBACK");
                return false;
            }
        }

        if (_delivered is not null)
        {
            _units.Erase(_delivered);
        }

        _filing.Write(_units.Head.Sequence);
        Execute("COMMIT");
        return true;
    }

    // What memory knows to be newer needs no look into the database. Notes what the unit will have saved.
    private bool HasLost(PendingUnit unit)
    {
        foreach (var document in unit.Documents)
        {
            var known = _versions.TryGetValue((document.Table, document.Row.Key), out var version)
                || (document.IsReadAgain && _recent.TryFindVersion(document.Table, document.Row.Key, out version));
            if (known && version != document.Version)
            {
                return true;
            }
        }

        foreach (var document in unit.Documents)
        {
            _versions[(document.Table, document.Row.Key)] = document.Version + 1;
        }

        return false;
    }

    private void Publish(List<PendingUnit> batch)
    {
        if (batch.Exists(unit => unit.Deleted > 0))
        {
            _recent.Clear();
        }

        _recent.Note(Saved(batch));
        var sent = batch.Where(unit => !unit.Conflicts).SelectMany(unit => unit.Outbox).ToList();
        if (sent.Count > 0)
        {
            Committed?.Invoke(sent);
        }

        batch.ForEach(unit => unit.Complete());
        _delivered?.Complete();
        _delivered = null;
    }

    private static IEnumerable<DocumentWrite> Saved(List<PendingUnit> batch)
    {
        foreach (var unit in batch.Where(unit => !unit.Conflicts))
        {
            foreach (var document in unit.Documents.Where(document => document.IsReadAgain))
            {
                yield return document;
            }
        }
    }

    // One unit that cannot be saved must not take others down with it: each is tried by itself.
    private void FailOrSeparate(List<PendingUnit> batch, Exception failure)
    {
        _delivered?.Fail(failure);
        _delivered = null;
        if (batch.Count == 1)
        {
            batch[0].Fail(failure);
            return;
        }

        foreach (var unit in batch)
        {
            unit.Outbox.Clear();
            unit.Conflicts = false;
            Commit([unit]);
        }
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

    [LoggerMessage(Level = LogLevel.Error, Message = "A commit failed; nothing of it was saved, and nothing of it is acknowledged")]
    private static partial void LogCommitFailed(ILogger logger, Exception failure);
}
