namespace ResetBot.Benchmarks;

/// <summary>ResetBot beside the Bot Framework SDK and a bare echo, in rounds that take turns, after one to warm up.</summary>
internal static class Turns
{
    public static async Task RunAsync(int seconds, int rounds)
    {
        using var connector = new Connector();
        using var peer = await Contestant.PeerAsync();
        using var echo = await Contestant.EchoAsync();
        using var ours = await Contestant.ResetBotAsync();
        Contestant[] all = [peer, echo, ours];
        for (var round = 0; round <= rounds; round++)
        {
            Console.WriteLine(round == 0 ? "to warm up:" : $"round {round}:");
            foreach (var contestant in all)
            {
                await contestant.RoundAsync(seconds, connector);
            }
        }

        Console.WriteLine();
        Console.WriteLine($"{Median(ours) / Median(peer):N1} times the Bot Framework SDK; {Median(ours) / Median(echo):P0} of a bare echo; {ours.Megabytes} MB (medians)");
    }

    public static double Median(Contestant contestant)
    {
        var sorted = contestant.Rounds.Skip(1).Select(round => round.TurnsPerSecond).Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
