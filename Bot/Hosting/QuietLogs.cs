namespace ResetBot.Bot.Hosting;

/// <summary>
/// Keeps addresses out of the log, whatever level is configured: a one-time link is an address, and whoever writes one could write line breaks into
/// it. What those parts of the framework warn of is still logged.
/// </summary>
internal static class QuietLogs
{
    private static readonly string[] TellAddresses =
    [
        "Microsoft.AspNetCore.Hosting.Diagnostics",
        "Microsoft.AspNetCore.Routing.Matching.DfaMatcher",
        "Microsoft.AspNetCore.Routing.EndpointRoutingMiddleware",
        "Microsoft.AspNetCore.StaticFiles.StaticFileMiddleware",
    ];

    public static void AddQuietLogs(this IServiceCollection services) => services.PostConfigure<LoggerFilterOptions>(filters =>
    {
        // A rule for one provider goes before those for all: each provider that has rules gets these as well.
        List<string?> providers = [null, .. filters.Rules.Select(rule => rule.ProviderName).OfType<string>().Distinct()];
        foreach (var provider in providers)
        {
            foreach (var category in TellAddresses)
            {
                filters.Rules.Add(new LoggerFilterRule(provider, category, LogLevel.Warning, filter: null));
            }
        }
    });
}
