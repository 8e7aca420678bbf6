using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ResetBot.Storage.Sqlite;

/// <summary>Prepared statements of one connection. Not for several threads at once.</summary>
internal sealed class SqliteStatements(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, SqliteStatement> _prepared = new(new ByLength());
    private readonly Dictionary<(string Verb, string Table), string> _texts = [];

    /// <summary>The statement with its parameters <c>?1</c>, <c>?2</c> … set.</summary>
    public SqliteStatement With(string sql, params ReadOnlySpan<object?> values)
    {
        if (!_prepared.TryGetValue(sql, out var statement))
        {
            _prepared[sql] = statement = Prepare(sql);
        }

        for (var index = 0; index < values.Length; index++)
        {
            statement.Bind(index + 1, values[index]);
        }

        return statement;
    }

    /// <summary>The text of a statement about one table: written once.</summary>
    /// <param name="verb">The text with <c>{table}</c> where the table's name belongs.</param>
    /// <param name="table">The table of a kind of document.</param>
    public string About(string verb, string table)
    {
        if (!_texts.TryGetValue((verb, table), out var text))
        {
            _texts[(verb, table)] = text = verb.Replace("{table}", table, StringComparison.Ordinal);
        }

        return text;
    }

    public void Dispose()
    {
        foreach (var statement in _prepared.Values)
        {
            statement.Close();
        }
    }

    // The texts are few, long, and nearly always the very same object.
    private sealed class ByLength : IEqualityComparer<string>
    {
        public bool Equals(string? x, string? y) => ReferenceEquals(x, y) || string.Equals(x, y, StringComparison.Ordinal);

        public int GetHashCode(string obj) => obj.Length;
    }

    private SqliteStatement Prepare(string sql)
    {
        var database = connection.Handle!;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out var statement), database);
        return new SqliteStatement(database, statement);
    }
}
