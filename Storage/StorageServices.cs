using Microsoft.Extensions.DependencyInjection;
using ResetBot.Recovery.Audit;
using ResetBot.Recovery.Work;
using ResetBot.Storage.Documents;
using ResetBot.Storage.Sqlite;

namespace ResetBot.Storage;

/// <summary>Adds ResetBot's own memory to a host.</summary>
public static class StorageServices
{
    /// <summary>The embedded database. The schema is brought up to date when it is first used.</summary>
    public static IServiceCollection AddSqliteStorage(this IServiceCollection services, Func<IServiceProvider, StorageOptions> options)
    {
        services.AddSingleton(options);
        services.AddSingleton(provider =>
        {
            var connections = new SqliteConnections(provider.GetRequiredService<StorageOptions>());
            SqliteSchema.Upgrade(connections.ConnectionString);
            return connections;
        });
        services.AddSingleton<AuditChain>();
        services.AddSingleton(provider => new RecentDocuments(provider.GetRequiredService<StorageOptions>().RecentBytes));
        services.AddSingleton<SqliteWriter>();
        services.AddSingleton<IStorageLoad>(provider => provider.GetRequiredService<SqliteWriter>());
        services.AddSingleton<SqliteStore>();
        services.AddSingleton<IUnitsOfWork>(provider => provider.GetRequiredService<SqliteStore>());
        services.AddSingleton<IDueDocuments>(provider => provider.GetRequiredService<SqliteStore>());
        services.AddSingleton<IOutbox, SqliteOutbox>();
        services.AddSingleton<IAuditTrail, SqliteAuditTrail>();
        return services;
    }
}
