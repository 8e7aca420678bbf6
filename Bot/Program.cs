using ResetBot.Bot.Hosting;
using ResetBot.Bot.Operations;
using ResetBot.Bot.Operations.Policies;

namespace ResetBot.Bot;

public static class Program
{
    public static async Task<int> Main(string[] args)
    {
        switch (args)
        {
            case ["audit", "verify", .. var rest]:
                return AuditVerb.Run(rest, Console.Out);
            case ["policy", .. var rest]:
                return await PolicyVerb.RunAsync(rest, Console.Out);
            case [var verb, ..] when !verb.StartsWith('-') && !verb.Contains('=', StringComparison.Ordinal):
                await Console.Error.WriteLineAsync($"There is no command '{verb}'. There are: audit verify, policy export, policy check, policy import");
                return 2;
            default:
                return await Service.RunAsync(args);
        }
    }
}
