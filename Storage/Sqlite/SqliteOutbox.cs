using ResetBot.Recovery.Secrets;

namespace ResetBot.Storage.Sqlite;

/// <inheritdoc cref="IOutbox"/>
internal sealed class SqliteOutbox : IOutbox
{
    /// <summary>What sensitive bodies are encrypted for.</summary>
    public const string Purpose = "outbox";

    private readonly SqliteConnections _connections;
    private readonly SqliteWriter _writer;
    private readonly IKeyRing _keys;
    private readonly TimeProvider _clock;

    public SqliteOutbox(SqliteConnections connections, SqliteWriter writer, IKeyRing keys, TimeProvider clock)
    {
        _connections = connections;
        _writer = writer;
        _keys = keys;
        _clock = clock;
        writer.Committed = items => Saved?.Invoke(items);
    }

    public event Action<IReadOnlyList<OutboxItem>>? Saved;

    public IReadOnlyList<OutboxItem> Waiting()
    {
        var reader = _connections.TakeReader();
        try
        {
            var waiting = new List<OutboxItem>();
            using var row = reader.Statements.With(
                "SELECT sequence, id, lane, kind, body, sensitive, due_at, expires_at, attempts FROM outbox WHERE dead = 0 ORDER BY sequence").ExecuteReader();
            while (row.Read())
            {
                waiting.Add(new OutboxItem(
                    row.GetInt64(0),
                    row.GetString(1),
                    row.GetString(2),
                    row.GetString(3),
                    row.GetInt64(5) == 1 ? _keys.Unprotect(Purpose, row.GetString(4)) : row.GetString(4),
                    DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(6)),
                    row.IsDBNull(7) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(7)),
                    row.GetInt32(8)));
            }

            return waiting;
        }
        finally
        {
            _connections.GiveBack(reader);
        }
    }

    public Task SettleAsync(OutboxSettlement settlement) =>
        _writer.WriteAsync(new PendingUnit(_clock.GetUtcNow(), [], [], []) { Settlement = settlement });

    public int DeadLetters()
    {
        var reader = _connections.TakeReader();
        try
        {
            return (int)(long)reader.Statements.With("SELECT COUNT(*) FROM outbox WHERE dead = 1").ExecuteScalar()!;
        }
        finally
        {
            _connections.GiveBack(reader);
        }
    }
}
