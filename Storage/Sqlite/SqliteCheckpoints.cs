using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ResetBot.Storage.Sqlite;

/// <summary>
/// Moves what was committed from the log to the database beside the writer, not in its way: a commit that also did this would keep
/// everybody waiting. The writer does only the small rest, after which it begins the log anew.
/// </summary>
internal sealed class SqliteCheckpoints : IDisposable
{
    // 48 MB of pages: what is written ten times meanwhile is moved once, and the writer is kept waiting less than once a second.
    private const int FramesBetween = 12_000;

    private readonly Lazy<SqliteConnection> _connection;
    private readonly SqliteConnection _writer;
    private Task _running = Task.CompletedTask;
    private bool _restIsDue;

    public SqliteCheckpoints(SqliteConnections connections, SqliteConnection writer)
    {
        _connection = new Lazy<SqliteConnection>(connections.OpenWriter);
        _writer = writer;
    }

    public void BeforeCommit(SqliteStatements writer)
    {
        if (_restIsDue && _running.IsCompleted)
        {
            _restIsDue = false;
            writer.With("PRAGMA wal_checkpoint(PASSIVE)").Run();
        }
    }

    public void AfterCommit()
    {
        if (!_restIsDue && _running.IsCompleted && Frames(reset: 0) >= FramesBetween)
        {
            Frames(reset: 1);
            _restIsDue = true;
            _running = Task.Run(Checkpoint);
        }
    }

    public void Dispose()
    {
        ((IAsyncResult)_running).AsyncWaitHandle.WaitOne();
        if (_connection.IsValueCreated)
        {
            _connection.Value.Dispose();
        }
    }

    // One that fails is made up for by the writer's own, and by the next.
    private void Checkpoint()
    {
        try
        {
            using var command = _connection.Value.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(PASSIVE)";
            command.ExecuteNonQuery();
        }
        catch (SqliteException)
        {
            // There is more to do next time.
        }
    }

    // How many pages went to the log since it was reset.
    private int Frames(int reset) =>
        raw.sqlite3_db_status(_writer.Handle!, raw.SQLITE_DBSTATUS_CACHE_WRITE, out var written, out _, reset) == raw.SQLITE_OK ? written : 0;
}
