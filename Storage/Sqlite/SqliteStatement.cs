using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ResetBot.Storage.Sqlite;

/// <summary>
/// One prepared statement, close to SQLite: text goes in and comes out as UTF-8, without the objects that a provider makes for every call.
/// Dispose of it after each use to make it ready for the next.
/// </summary>
internal sealed class SqliteStatement(sqlite3 database, sqlite3_stmt statement) : IDisposable
{
    /// <summary>Sets the parameter <c>?1</c>, <c>?2</c> …: null, a whole number, text, or text as UTF-8.</summary>
    public void Bind(int index, object? value) => Check(value switch
    {
        null => raw.sqlite3_bind_null(statement, index),
        byte[] utf8 => raw.sqlite3_bind_text(statement, index, (ReadOnlySpan<byte>)utf8),
        ReadOnlyMemory<byte> utf8 => raw.sqlite3_bind_text(statement, index, utf8.Span),
        string text => raw.sqlite3_bind_text(statement, index, text),
        long number => raw.sqlite3_bind_int64(statement, index, number),
        int number => raw.sqlite3_bind_int64(statement, index, number),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value.GetType().Name, "no such type of column"),
    });

    /// <summary>Goes to the next row; false when there is none.</summary>
    public bool Read()
    {
        var result = raw.sqlite3_step(statement);
        if (result is raw.SQLITE_ROW or raw.SQLITE_DONE)
        {
            return result == raw.SQLITE_ROW;
        }

        raw.sqlite3_reset(statement);
        SqliteException.ThrowExceptionForRC(result, database);
        throw new InvalidOperationException($"SQLite answered {result}.");
    }

    /// <summary>Runs it to its end; how many rows it changed.</summary>
    public int Run()
    {
        using (this)
        {
            while (Read())
            {
                // What it returns, nobody asked for.
            }

            return raw.sqlite3_changes(database);
        }
    }

    /// <summary>Runs it to its end; the whole number in its first row.</summary>
    public long Number()
    {
        using (this)
        {
            return Read() ? GetInt64(0) : throw new InvalidOperationException("There is no row.");
        }
    }

    public long GetInt64(int column) => raw.sqlite3_column_int64(statement, column);

    public int GetInt32(int column) => raw.sqlite3_column_int(statement, column);

    public string GetString(int column) => Encoding.UTF8.GetString(Utf8(column));

    public byte[] GetUtf8(int column) => Utf8(column).ToArray();

    public bool IsNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;

    public void Dispose() => raw.sqlite3_reset(statement);

    public void Close() => statement.Dispose();

    // Valid until the next step only.
    private ReadOnlySpan<byte> Utf8(int column) => raw.sqlite3_column_blob(statement, column);

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, database);
}
