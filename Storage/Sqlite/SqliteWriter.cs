using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using ResetBot.Recovery.Audit;
using ResetBot.Recovery.Secrets;
using ResetBot.Storage.Documents;

namespace ResetBot.Storage.Sqlite;

/// <summary>
/// The only one who writes. Units that arrive while a commit is under way share the next one, so that one flush to disk serves many.
/// </summary>
internal sealed partial class SqliteWriter : IAsyncDisposable
{
    private const int MostInOneCommit = 256;

    private readonly Channel<PendingUnit> _queue = Channel.CreateUnbounded<PendingUnit>(new UnboundedChannelOptions { SingleReader = true });
    private readonly SqliteConnection _connection;
    private readonly SqliteStatements _statements;
    private readonly AuditChain _chain;
    private readonly IKeyRing _keys;
    private readonly ILogger<SqliteWriter> _logger;
    private readonly Task _loop;
    private AuditHead _head;

    public SqliteWriter(SqliteConnections connections, AuditChain chain, IKeyRing keys, ILogger<SqliteWriter> logger)
    {
        _connection = connections.OpenWriter();
        _statements = new SqliteStatements(_connection);
        _chain = chain;
        _keys = keys;
        _logger = logger;
        _head = SqliteAuditTrail.ReadHead(_statements);
        _loop = Task.Factory.StartNew(RunAsync, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();
    }

    /// <summary>Called on the writer's thread with what a commit put into the outbox, in order.</summary>
    public Action<IReadOnlyList<OutboxItem>>? Committed { get; set; }

    public Task<bool> WriteAsync(PendingUnit unit) =>
        _queue.Writer.TryWrite(unit) ? unit.Saved : Task.FromException<bool>(new ObjectDisposedException(nameof(SqliteWriter)));

    /// <summary>Deletes the documents of a kind that nobody needs since a moment.</summary>
    public async Task<int> DeleteOutlivedAsync(string table, DateTimeOffset until)
    {
        var unit = new PendingUnit(until, [], [], []) { DeleteOutlivedFrom = table };
        await WriteAsync(unit);
        return unit.Deleted;
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _loop;
        _statements.Dispose();
        await _connection.DisposeAsync();
    }

    private async Task RunAsync()
    {
        var batch = new List<PendingUnit>(MostInOneCommit);
        while (await _queue.Reader.WaitToReadAsync())
        {
            while (batch.Count < MostInOneCommit && _queue.Reader.TryRead(out var unit))
            {
                batch.Add(unit);
            }

            Commit(batch);
            batch.Clear();
        }
    }

    private void Commit(List<PendingUnit> batch)
    {
        var headBefore = _head;
        try
        {
            Execute("BEGIN IMMEDIATE");
            foreach (var unit in batch)
            {
                Write(unit);
            }

            Execute("COMMIT");
        }
        catch (Exception failure)
        {
            _head = headBefore;
            LogCommitFailed(_logger, failure);
            TryRollback();
            FailOrSeparate(batch, failure);
            return;
        }

        var sent = batch.Where(unit => !unit.Conflicts).SelectMany(unit => unit.Outbox).ToList();
        if (sent.Count > 0)
        {
            Committed?.Invoke(sent);
        }

        batch.ForEach(unit => unit.Complete());
    }

    // One unit that cannot be saved must not take others down with it: each is tried by itself.
    private void FailOrSeparate(List<PendingUnit> batch, Exception failure)
    {
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

    private void Write(PendingUnit unit)
    {
        Execute("SAVEPOINT unit");
        var headBefore = _head;
        if (unit.Documents.All(document => WriteDocument(document.Table, document.Version, document.Row)))
        {
            WriteAudit(unit);
            WriteMessages(unit);
            WriteSettlement(unit.Settlement);
            DeleteOutlived(unit);
            Execute("RELEASE unit");
            return;
        }

        _head = headBefore;
        unit.Conflicts = true;
        Execute("ROLLBACK TO unit");
        Execute("RELEASE unit");
    }

    private bool WriteDocument(string table, long version, DocumentRow row)
    {
        var command = version == 0
            ? _statements.With(
                $"INSERT INTO {table} (key, version, body, owner, due_at, outlived_at) VALUES ($1, 1, $2, $3, $4, $5) ON CONFLICT (key) DO NOTHING",
                row.Key, row.Body, row.Owner, row.DueAt, row.OutlivedAt)
            : _statements.With(
                $"UPDATE {table} SET version = version + 1, body = $2, owner = $3, due_at = $4, outlived_at = $5 WHERE key = $1 AND version = $6",
                row.Key, row.Body, row.Owner, row.DueAt, row.OutlivedAt, version);
        return command.ExecuteNonQuery() == 1;
    }

    private void WriteAudit(PendingUnit unit)
    {
        foreach (var entry in unit.Audit)
        {
            var record = _chain.Next(_head.Sequence, _head.Hash, AuditRecord.WriteBody(entry, unit.Now));
            _statements.With(
                "INSERT INTO audit (sequence, body, hash, account) VALUES ($1, $2, $3, $4)",
                record.Sequence, record.Body, record.Hash, entry.Account?.ToString()).ExecuteNonQuery();
            _head = new AuditHead(record.Sequence, record.Hash);
        }
    }

    private void WriteMessages(PendingUnit unit)
    {
        foreach (var message in unit.Messages)
        {
            var body = message.Sensitive ? _keys.Protect(SqliteOutbox.Purpose, message.Body) : message.Body;
            var sequence = (long)_statements.With(
                "INSERT INTO outbox (id, lane, kind, body, sensitive, due_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING sequence",
                message.Id, message.Lane, message.Kind, body, message.Sensitive ? 1 : 0,
                unit.Now.ToUnixTimeMilliseconds(), message.ExpiresAt?.ToUnixTimeMilliseconds()).ExecuteScalar()!;
            unit.Outbox.Add(new OutboxItem(sequence, message.Id, message.Lane, message.Kind, message.Body, unit.Now, message.ExpiresAt, 0));
        }
    }

    private void WriteSettlement(OutboxSettlement? settlement)
    {
        if (settlement is null)
        {
            return;
        }

        var command = settlement switch
        {
            { RetryAt: { } retry } => _statements.With(
                "UPDATE outbox SET attempts = attempts + 1, due_at = $2, error = $3 WHERE sequence = $1",
                settlement.Sequence, retry.ToUnixTimeMilliseconds(), settlement.Error),
            { Error: { } error } => _statements.With(
                "UPDATE outbox SET attempts = attempts + 1, dead = 1, error = $2, body = CASE sensitive WHEN 1 THEN '' ELSE body END WHERE sequence = $1",
                settlement.Sequence, error),
            _ => _statements.With("DELETE FROM outbox WHERE sequence = $1", settlement.Sequence),
        };
        command.ExecuteNonQuery();
    }

    private void DeleteOutlived(PendingUnit unit)
    {
        if (unit.DeleteOutlivedFrom is { } table)
        {
            unit.Deleted = _statements.With($"DELETE FROM {table} WHERE outlived_at <= $1", unit.Now.ToUnixTimeMilliseconds()).ExecuteNonQuery();
        }
    }

    private void Execute(string sql) => _statements.With(sql).ExecuteNonQuery();

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
