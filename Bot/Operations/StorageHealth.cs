using Microsoft.Extensions.Diagnostics.HealthChecks;
using ResetBot.Recovery.Audit;

namespace ResetBot.Bot.Operations;

/// <summary>Whether the database answers.</summary>
internal sealed class StorageHealth(IAuditTrail trail) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            return Task.FromResult(HealthCheckResult.Healthy($"audit head {trail.Head().Sequence}"));
        }
        catch (Microsoft.Data.Sqlite.SqliteException fault)
        {
            return Task.FromResult(HealthCheckResult.Unhealthy("the database does not answer", fault));
        }
    }
}
