using Microsoft.Data.Sqlite;
using ResetBot.Storage.Documents;

namespace ResetBot.Storage.Sqlite;

/// <summary>A connection that reads, with its prepared statements.</summary>
internal sealed class SqliteReader(SqliteConnection connection) : IDisposable
{
    public SqliteStatements Statements { get; } = new(connection);

    public StoredDocument Document(string table, string key)
    {
        using var row = Statements.With(Statements.About("SELECT version, body FROM {table} WHERE key = ?1", table), key);
        return row.Read() ? new StoredDocument(row.GetInt64(0), row.GetUtf8(1)) : StoredDocument.None;
    }

    public void Dispose()
    {
        Statements.Dispose();
        connection.Dispose();
    }
}
