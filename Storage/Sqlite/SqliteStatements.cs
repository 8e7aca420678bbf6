using Microsoft.Data.Sqlite;

namespace ResetBot.Storage.Sqlite;

/// <summary>Prepared statements of one connection. Not for several threads at once.</summary>
internal sealed class SqliteStatements(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> _prepared = [];

    /// <summary>The statement with its parameters <c>$1</c>, <c>$2</c> … set.</summary>
    public SqliteCommand With(string sql, params ReadOnlySpan<object?> values)
    {
        if (!_prepared.TryGetValue(sql, out var command))
        {
            command = Prepare(sql, values.Length);
        }

        for (var index = 0; index < values.Length; index++)
        {
            command.Parameters[index].Value = values[index] ?? DBNull.Value;
        }

        return command;
    }

    public void Dispose()
    {
        foreach (var command in _prepared.Values)
        {
            command.Dispose();
        }
    }

    private SqliteCommand Prepare(string sql, int parameters)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every text is a constant, or a constant around the name of a document kind.
        command.CommandText = sql;
#pragma warning restore CA2100
        for (var index = 1; index <= parameters; index++)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = $"${index}" });
        }

        _prepared[sql] = command;
        return command;
    }
}
