using Microsoft.Data.Sqlite;

namespace ResetBot.Storage.Sqlite;

/// <summary>A connection that reads, with its prepared statements.</summary>
internal sealed class SqliteReader(SqliteConnection connection) : IDisposable
{
    public SqliteStatements Statements { get; } = new(connection);

    public (long Version, string Body)? Document(string table, string key)
    {
        using var row = Statements.With($"SELECT version, body FROM {table} WHERE key = $1", key).ExecuteReader();
        return row.Read() ? (row.GetInt64(0), row.GetString(1)) : null;
    }

    public void Dispose()
    {
        Statements.Dispose();
        connection.Dispose();
    }
}
