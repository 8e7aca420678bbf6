using Dapper;
using Microsoft.Data.Sqlite;

namespace ResetBot.Directories.Demo;

/// <summary>What more than one desk does inside a transaction.</summary>
internal static class DemoStatements
{
    /// <summary>The row as it is stored; a generated person who is not stored yet is as he was computed.</summary>
    public static DemoRow Person(this SqliteTransaction transaction, DemoRow computed)
        => transaction.Connection!.QuerySingleOrDefault<DemoRow>(
            $"SELECT {DemoSchema.Columns} FROM person WHERE id = @Id", new { computed.Id }, transaction) ?? computed;

    /// <summary>Stores a generated person about whom something has to be remembered.</summary>
    public static void Store(this SqliteTransaction transaction, DemoRow row)
    {
        if (!row.Seeded)
        {
            transaction.Connection!.Execute(DemoSchema.Insert, row, transaction);
        }
    }

    public static void ForgetWrongPasswords(this SqliteTransaction transaction, string id)
        => transaction.Connection!.Execute("DELETE FROM wrong_password WHERE person = @id", new { id }, transaction);
}
