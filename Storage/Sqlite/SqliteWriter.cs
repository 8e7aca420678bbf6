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

    // What may wait in memory for its table before new work is refused: a disk that keeps up never comes near it.
    private const long MostAhead = 64_000_000;

    private readonly StorageOptions _options;
    private readonly WriteQueue _queue;
    private readonly Committer _committer;
    private readonly StoreMemory _memory;
    private readonly ILogger<SqliteWriter> _logger;
    private readonly Thread _thread;

    public SqliteWriter(SqliteConnections connections, StoreMemory memory, AuditChain chain, IKeyRing keys, StorageOptions options, ILogger<SqliteWriter> logger)
    {
        _options = options;
        _queue = new WriteQueue(options.MostWaiting);
        _memory = memory;
        _logger = logger;
        _committer = new Committer(connections, memory, chain, keys, logger);
        _thread = new Thread(Run) { IsBackground = true, Name = "writer" };
        _thread.Start();
    }

    /// <summary>Called on the writer's thread with what a commit put into the outbox, in order.</summary>
    public Action<IReadOnlyList<OutboxItem>>? Committed { get; set; }

    public bool IsFull => _queue.Waiting >= _options.MostWaiting || _memory.Ahead.Bytes >= MostAhead;

    /// <summary>True when the unit is on disk, false when it lost against others.</summary>
    /// <exception cref="StorageBusyException">Too much waits already.</exception>
    public Task<bool> WriteAsync(PendingUnit unit)
    {
        _queue.Add(unit);
        return unit.Saved;
    }

    /// <summary>Waits until everything that was saved is in its table, for those who search there.</summary>
    public void CatchUp()
    {
        if (!_memory.Ahead.IsEmpty)
        {
            WriteAsync(PendingUnit.CatchUp()).GetAwaiter().GetResult();
        }
    }

    /// <summary>Deletes the documents of a kind that nobody needs since a moment.</summary>
    public async Task<int> DeleteOutlivedAsync(string table, DateTimeOffset until)
    {
        var unit = PendingUnit.CatchUp(table, until);
        await WriteAsync(unit);
        return unit.Deleted;
    }

    public void Dispose()
    {
        _queue.Close();
        _thread.Join();
        _committer.Dispose();
    }

    private void Run()
    {
        var batch = new List<PendingUnit>(MostInOneCommit);
        while (_queue.Take(batch, MostInOneCommit, isIdleWork: _committer.MayCarry))
        {
            if (batch.Count == 0)
            {
                _committer.Carry();
                continue;
            }

            Commit(batch.FindAll(unit => !unit.IsCatchUp));
            batch.FindAll(unit => unit.IsCatchUp).ForEach(CatchUp);
            batch.Clear();
        }

        Finish();
    }

    private void Commit(List<PendingUnit> batch)
    {
        if (batch.Count == 0)
        {
            return;
        }

        try
        {
            _committer.Commit(batch);
        }
        catch (Exception failure)
        {
            LogCommitFailed(_logger, failure);
            batch.ForEach(unit => unit.Fail(failure));
            return;
        }

        Publish(batch.FindAll(unit => !unit.Saved.IsFaulted));
    }

    private void CatchUp(PendingUnit unit)
    {
        try
        {
            _committer.CatchUp();
            if (unit.DeleteOutlivedFrom is { } table)
            {
                unit.Deleted = _committer.DeleteOutlived(table, unit.Now);
                _memory.Recent.Clear();
            }

            unit.Complete();
        }
        catch (Exception failure)
        {
            LogCommitFailed(_logger, failure);
            unit.Fail(failure);
        }
    }

    private void Publish(List<PendingUnit> batch)
    {
        _memory.Recent.Note(Saved(batch));
        var sent = batch.Where(unit => !unit.Conflicts).SelectMany(unit => unit.Outbox).ToList();
        if (sent.Count > 0)
        {
            Committed?.Invoke(sent);
        }

        batch.ForEach(unit => unit.Complete());
    }

    private static IEnumerable<DocumentWrite> Saved(List<PendingUnit> batch)
    {
        foreach (var unit in batch.Where(unit => !unit.Conflicts))
        {
            foreach (var document in unit.Documents.Where(document => document.IsReadAgain))
            {
                yield return document;
            }

            if (unit.Kept is { } kept)
            {
                yield return kept;
            }
        }
    }

    // Whatever cannot be carried over now is carried over at the next start.
    private void Finish()
    {
        try
        {
            _committer.CatchUp();
        }
        catch (Exception failure)
        {
            LogCommitFailed(_logger, failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A commit failed; nothing of it was saved, and nothing of it is acknowledged")]
    private static partial void LogCommitFailed(ILogger logger, Exception failure);
}
