using ResetBot.Bot.Hosting;
using ResetBot.Bot.Operations;
using ResetBot.Bot.Operations.Accounts;
using ResetBot.Bot.Operations.Policies;

namespace ResetBot.Bot;

public static class Program
{
    public static Task<int> Main(string[] args) => args switch
    {
        ["audit", "verify", .. var rest] => Task.FromResult(AuditVerb.Run(rest, Console.Out)),
        ["policy", .. var rest] => PolicyVerb.RunAsync(rest, Console.Out),
        ["account", .. var rest] => AccountVerb.RunAsync(rest, Console.Out),
        [var verb, ..] when !verb.StartsWith('-') && !verb.Contains('=', StringComparison.Ordinal) => NoVerb.RunAsync(verb, Console.Error),
        _ => Service.RunAsync(args),
    };
}
