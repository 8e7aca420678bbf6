using Microsoft.Extensions.Options;

namespace ResetBot.Bot.Operations;

/// <summary>
/// Keeps the lines of the web framework about requests out of the log, whatever levels are configured: they hold the address of the page, and
/// with it the handle of a link. Its warnings and errors stay.
/// </summary>
internal sealed class QuietRequests : IPostConfigureOptions<LoggerFilterOptions>
{
    private const string Framework = "Microsoft.AspNetCore";

    public void PostConfigure(string? name, LoggerFilterOptions options)
    {
        var rules = options.Rules.Select(Bounded).Append(new LoggerFilterRule(null, Framework, LogLevel.Warning, null)).ToList();
        options.Rules.Clear();
        rules.ForEach(options.Rules.Add);
    }

    // A rule about the framework or a part of it; what is about everything yields to the rule that is added.
    private static LoggerFilterRule Bounded(LoggerFilterRule rule) =>
        rule.CategoryName?.StartsWith(Framework, StringComparison.OrdinalIgnoreCase) == true && rule.LogLevel < LogLevel.Warning
            ? new LoggerFilterRule(rule.ProviderName, rule.CategoryName, LogLevel.Warning, rule.Filter)
            : rule;
}
