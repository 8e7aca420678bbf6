using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace ResetBot.Storage.Sqlite;

/// <summary>Opens connections to the database and keeps those that read.</summary>
internal sealed class SqliteConnections(StorageOptions options) : IDisposable
{
    // No connection of ours is used by two threads at once, and nobody asks SQLite how much memory it has: it need not lock for either.
    // https://www.sqlite.org/threadsafe.html, https://www.sqlite.org/c3ref/c_config_covering_index_scan.html (SQLITE_CONFIG_MULTITHREAD, SQLITE_CONFIG_MEMSTATUS)
    static SqliteConnections()
    {
        SQLitePCL.Batteries_V2.Init();
        _ = SQLitePCL.raw.sqlite3_config(SQLitePCL.raw.SQLITE_CONFIG_MULTITHREAD);
        _ = SQLitePCL.raw.sqlite3_config(SQLitePCL.raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    private readonly ConcurrentBag<SqliteReader> _readers = [];

    public string ConnectionString { get; } = new SqliteConnectionStringBuilder
    {
        DataSource = options.File,
        Pooling = false,
        DefaultTimeout = 30,
    }.ToString();

    /// <summary>A connection for the one writer. What is committed on it is on disk.</summary>
    public SqliteConnection OpenWriter() => Open(
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA wal_autocheckpoint=0; PRAGMA secure_delete=FAST; PRAGMA busy_timeout=30000; PRAGMA cache_size=-8000;");

    /// <summary>Borrows a connection that only reads; give it back.</summary>
    public SqliteReader TakeReader() => _readers.TryTake(out var reader) ? reader : new SqliteReader(Open("PRAGMA query_only=ON; PRAGMA busy_timeout=30000; PRAGMA cache_size=-500;"));

    public void GiveBack(SqliteReader reader) => _readers.Add(reader);

    public void Dispose()
    {
        while (_readers.TryTake(out var reader))
        {
            reader.Dispose();
        }
    }

    private SqliteConnection Open(string pragmas)
    {
        var connection = new SqliteConnection(ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The text is one of two constants above.
        command.CommandText = pragmas;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
        return connection;
    }
}
