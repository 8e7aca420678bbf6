using System.Reflection;
using DbUp;
using DbUp.Engine.Output;

namespace ResetBot.Storage.Sqlite;

/// <summary>Brings the database to the newest numbered script.</summary>
internal static class SqliteSchema
{
    /// <exception cref="InvalidOperationException">A script failed; the database is as it was before that script.</exception>
    public static void Upgrade(string connectionString)
    {
        var result = DeployChanges.To
            .SqliteDatabase(connectionString)
            .WithScriptsEmbeddedInAssembly(Assembly.GetExecutingAssembly())
            .WithTransactionPerScript()
            .LogTo(new NoOpUpgradeLog())
            .Build()
            .PerformUpgrade();
        if (!result.Successful)
        {
            throw new InvalidOperationException($"Script {result.ErrorScript?.Name} failed.", result.Error);
        }
    }
}
