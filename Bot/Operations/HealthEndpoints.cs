using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace ResetBot.Bot.Operations;

/// <summary>For whoever watches the service: live says that the process answers, ready that it can do its work.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        endpoints.MapHealthChecks("/health/ready");
    }
}
