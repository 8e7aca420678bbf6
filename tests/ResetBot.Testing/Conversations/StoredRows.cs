using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace ResetBot.Testing.Conversations;

/// <summary>Everything that the databases of a data directory hold, as one short text: two that are the same hold the same.</summary>
public static class StoredRows
{
    public static string Digest(string dataDirectory)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Directory.GetFiles(dataDirectory, "*.db").Order(StringComparer.Ordinal))
        {
            using var connection = Open(file);
            foreach (var table in Values(connection, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").ToList())
            {
                hash.AppendData(Encoding.UTF8.GetBytes(file + table));
                foreach (var row in Values(connection, $"SELECT * FROM \"{table}\""))
                {
                    hash.AppendData(Encoding.UTF8.GetBytes(row));
                }
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The rows of some tables, each as one text.</summary>
    public static IReadOnlyList<string> Of(string dataDirectory, params IReadOnlyCollection<string> tables)
    {
        using var connection = Open(Path.Combine(dataDirectory, "resetbot.db"));
        return [.. tables.SelectMany(table => Values(connection, $"SELECT * FROM \"{table}\""))];
    }

    /// <summary>Changes rows, as whoever may write the database and has no key.</summary>
    public static void Change(string dataDirectory, string statement)
    {
        using var connection = Open(Path.Combine(dataDirectory, "resetbot.db"));
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A test wrote it.
        command.CommandText = statement;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, Mode = SqliteOpenMode.ReadWrite }.ToString());
        connection.Open();
        return connection;
    }

    private static IEnumerable<string> Values(SqliteConnection connection, string statement)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every statement is made here, of names that the database gives.
        command.CommandText = statement;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(column => Text(reader.GetValue(column))));
        }
    }

    private static string Text(object value) => value is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
