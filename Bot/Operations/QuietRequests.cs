using Microsoft.Extensions.Options;

namespace ResetBot.Bot.Operations;

/// <summary>
/// Keeps the lines of the web framework about requests out of the log, whatever levels are configured: they hold the address of the page, and
/// with it the handle of a link. Its warnings and errors stay, without the address that the framework would note beside every line.
/// </summary>
internal sealed class QuietRequests : IPostConfigureOptions<LoggerFilterOptions>
{
    private const string Framework = "Microsoft.AspNetCore";

    // Says when requests begin and end, and opens a scope with the address around each. What goes wrong in one, others say.
    private const string Requests = "Microsoft.AspNetCore.Hosting.Diagnostics";

    public void PostConfigure(string? name, LoggerFilterOptions options)
    {
        var rules = options.Rules.Where(rule => !IsAboutRequests(rule)).Select(Bounded)
            .Append(new LoggerFilterRule(null, Framework, LogLevel.Warning, null))
            .Append(new LoggerFilterRule(null, Requests, LogLevel.None, null))
            .ToList();
        options.Rules.Clear();
        rules.ForEach(options.Rules.Add);
    }

    private static bool IsAboutRequests(LoggerFilterRule rule) => rule.CategoryName?.StartsWith(Requests, StringComparison.OrdinalIgnoreCase) == true;

    // A rule about the framework or a part of it; what is about everything yields to the rule that is added.
    private static LoggerFilterRule Bounded(LoggerFilterRule rule) =>
        rule.CategoryName?.StartsWith(Framework, StringComparison.OrdinalIgnoreCase) == true && rule.LogLevel < LogLevel.Warning
            ? new LoggerFilterRule(rule.ProviderName, rule.CategoryName, LogLevel.Warning, rule.Filter)
            : rule;
}
