using ResetBot.Bot.Hosting;
using ResetBot.Dialogs.Turns;
using ResetBot.Recovery.Work;
using ResetBot.Storage;

namespace ResetBot.Benchmarks;

/// <summary>Whether it is as fast with 1,000,000 stored conversations as with 1,000.</summary>
internal static class Stored
{
    private const int Few = 1_000;
    private const int Many = 1_000_000;
    private const int AtOnce = 5_000;

    public static async Task RunAsync(int seconds, int rounds)
    {
        using var connector = new Connector();
        using var few = await Contestant.ResetBotAsync("1,000 stored", 5977, data => Fill(data, Few));
        using var many = await Contestant.ResetBotAsync("1,000,000 stored", 5978, data => Fill(data, Many));
        for (var round = 0; round <= rounds; round++)
        {
            Console.WriteLine(round == 0 ? "to warm up:" : $"round {round}:");
            var time = round == 0 ? Turns.WarmUp * seconds : seconds;
            await few.RoundAsync(time, connector, Few / Load.People);
            await many.RoundAsync(time, connector, Many / Load.People);
        }

        Console.WriteLine();
        Console.WriteLine($"with 1,000,000 stored: {Turns.Median(many) / Turns.Median(few):P0} of the speed with 1,000 (medians)");
    }

    private static void Fill(string data, int count)
    {
        using var directory = new DataDirectory(data, exclusive: true);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(TimeProvider.System);
        services.AddKeys(Path.Combine(data, "keys"));
        services.AddSingleton(directory);
        services.AddSqliteStorage(_ => new StorageOptions { File = Path.Combine(data, ResetBotHost.DatabaseFile) });
        using var provider = services.BuildServiceProvider();
        var units = provider.GetRequiredService<IUnitsOfWork>();
        for (var first = 0; first < count; first += AtOnce)
        {
            units.RunAsync(work => Save(work, first, Math.Min(AtOnce, count - first)), CancellationToken.None).GetAwaiter().GetResult();
        }
    }

    private static Task<bool> Save(IUnitOfWork work, int first, int count)
    {
        for (var number = first; number < first + count; number++)
        {
            work.Save(Stand(number));
        }

        return Task.FromResult(true);
    }

    private static Conversation Stand(int number)
    {
        var reference = new ConversationReference
        {
            Channel = "msteams",
            ConversationId = $"a:{number}",
            ServiceUrl = "http://127.0.0.1:5990/",
            UserId = $"29:{number}",
            UserName = "Somebody",
        };
        return new Conversation { Key = reference.Key, Reference = reference, Locale = "en-US", Welcomed = true };
    }
}
