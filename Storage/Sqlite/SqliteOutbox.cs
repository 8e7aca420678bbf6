using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using ResetBot.Recovery.Secrets;

namespace ResetBot.Storage.Sqlite;

/// <inheritdoc cref="IOutbox"/>
internal sealed partial class SqliteOutbox : IOutbox
{
    /// <summary>What sensitive bodies are encrypted for.</summary>
    public const string Purpose = "outbox";

    private const string Columns = "sequence, id, lane, kind, body, sensitive, due_at, expires_at, attempts";

    private readonly SqliteConnections _connections;
    private readonly SqliteWriter _writer;
    private readonly IKeyRing _keys;
    private readonly TimeProvider _clock;
    private readonly ILogger<SqliteOutbox> _logger;

    public SqliteOutbox(SqliteConnections connections, SqliteWriter writer, IKeyRing keys, TimeProvider clock, ILogger<SqliteOutbox> logger)
    {
        _connections = connections;
        _writer = writer;
        _keys = keys;
        _clock = clock;
        _logger = logger;
        writer.Committed = items => Saved?.Invoke(items);
    }

    public event Action<IReadOnlyList<OutboxItem>>? Saved;

    public IReadOnlyList<OutboxItem> Waiting()
    {
        var reader = _connections.TakeReader();
        try
        {
            var waiting = new List<OutboxItem>();
            using var row = reader.Statements.With($"SELECT {Columns} FROM outbox WHERE dead = 0 ORDER BY sequence");
            while (row.Read())
            {
                if (Body(row) is { } body)
                {
                    waiting.Add(Item(row, body));
                }
            }

            return waiting;
        }
        finally
        {
            _connections.GiveBack(reader);
        }
    }

    public ReadOnlyMemory<byte>? Read(long sequence)
    {
        var reader = _connections.TakeReader();
        try
        {
            using var row = reader.Statements.With($"SELECT {Columns} FROM outbox WHERE sequence = ?1 AND dead = 0", sequence);
            if (row.Read() && Body(row) is { } body)
            {
                return body;
            }

            return null;
        }
        finally
        {
            _connections.GiveBack(reader);
        }
    }

    public Task SettleAsync(OutboxSettlement settlement) => settlement switch
    {
        { Sequence: < 0 } => Task.CompletedTask,
        { RetryAt: null, Error: null } => _writer.EraseAsync(settlement),
        _ => _writer.WriteAsync(new PendingUnit(_clock.GetUtcNow(), [], [], []) { Settlement = settlement }),
    };

    public int DeadLetters()
    {
        var reader = _connections.TakeReader();
        try
        {
            return (int)reader.Statements.With("SELECT COUNT(*) FROM outbox WHERE dead = 1").Number();
        }
        finally
        {
            _connections.GiveBack(reader);
        }
    }

    private static OutboxItem Item(SqliteStatement row, byte[] body) => new(
        row.GetInt64(0),
        row.GetString(1),
        row.GetString(2),
        row.GetString(3),
        body,
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(6)),
        row.IsNull(7) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(7)),
        row.GetInt32(8));

    // Without its key (a database restored without its keys) a code is worth nothing: it stays where it is, and the rest leaves.
    private byte[]? Body(SqliteStatement row)
    {
        try
        {
            return row.GetInt64(5) == 1 ? Encoding.UTF8.GetBytes(_keys.Unprotect(Purpose, row.GetString(4))) : row.GetUtf8(4);
        }
        catch (CryptographicException fault)
        {
            LogUnreadable(_logger, fault, row.GetString(1));
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Message {Id} cannot be decrypted; were the keys restored with the database?")]
    private static partial void LogUnreadable(ILogger logger, Exception fault, string id);
}
