using System.Globalization;

namespace ResetBot.Benchmarks;

public static class Program
{
    public static async Task<int> Main(string[] args)
    {
        var seconds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 10;
        var rounds = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 3;
        switch (args.FirstOrDefault())
        {
            case "turns":
                await Turns.RunAsync(seconds, rounds);
                return 0;
            case "stored":
                await Stored.RunAsync(seconds, rounds);
                return 0;
            case "stages":
                await Stages.RunAsync(seconds);
                return 0;
            case "slack":
                await SlackEvents.RunAsync(seconds, rounds);
                return 0;
            case "people":
                await SlackPeople.RunAsync(args[1]);
                return 0;
            case "echo" or "relay":
                await Echo.RunAsync(args[1], isRelay: args[0] == "relay");
                return 0;
            default:
                await Console.Error.WriteLineAsync("There is: turns, stored, stages, slack, each with [SECONDS] [ROUNDS]");
                return 2;
        }
    }
}
