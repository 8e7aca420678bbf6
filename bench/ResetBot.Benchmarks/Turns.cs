namespace ResetBot.Benchmarks;

/// <summary>ResetBot beside the Bot Framework SDK, a bare echo and a bare relay, in rounds that take turns, after one to warm up.</summary>
internal static class Turns
{
    // .NET compiles what is hot twice, and takes its time over it.
    public const int WarmUp = 3;

    public static async Task RunAsync(int seconds, int rounds)
    {
        using var connector = new Connector();
        using var peer = await Contestant.PeerAsync();
        using var echo = await Contestant.EchoAsync();
        using var relay = await Contestant.RelayAsync();
        using var ours = await Contestant.ResetBotAsync();
        Contestant[] all = [peer, echo, relay, ours];
        for (var round = 0; round <= rounds; round++)
        {
            Console.WriteLine(round == 0 ? "to warm up:" : $"round {round}:");
            foreach (var contestant in all)
            {
                await contestant.RoundAsync(round == 0 ? WarmUp * seconds : seconds, connector);
            }
        }

        Console.WriteLine();
        Console.WriteLine($"{Median(ours) / Median(peer):N1} times the Bot Framework SDK; {Median(ours) / Median(echo):P0} of a bare echo, {Median(ours) / Median(relay):P0} of a bare relay; {ours.Megabytes} MB (medians)");
    }

    public static double Median(Contestant contestant)
    {
        var sorted = contestant.Rounds.Skip(1).Select(round => round.TurnsPerSecond).Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
