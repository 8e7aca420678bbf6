using System.Text.Json;
using Microsoft.Data.Sqlite;
using ResetBot.Bot;
using ResetBot.Testing;
using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests.Kill;

/// <summary>Many people do all there is to do while the process is killed in the middle of its work, over and over.</summary>
public sealed class KillTest(ITestOutputHelper output)
{
    private const int Seed = 20261124;

    private static readonly int People = Lab.IsLong ? 504 : 63;
    private static readonly int Kills = Lab.IsLong ? 100 : 6;

    [Fact]
    public async Task Nothing_acknowledged_is_lost_nothing_acts_twice_and_everybody_gets_through()
    {
        await using var service = await KilledService.StartAsync(KilledFlow.PersonOf(People) + 1, Seed);
        using var done = new CancellationTokenSource();
        var attempts = People * 12 / Kills;
        var killing = service.KillAsync(Kills, most: attempts, done.Token);
        await Parallel.ForEachAsync(
            Enumerable.Range(0, People),
            new ParallelOptions { MaxDegreeOfParallelism = 16 },
            async (number, _) =>
            {
                using var person = new KilledPerson(service, KilledFlow.PersonOf(number), service.Chat(KilledFlow.PersonOf(number)));
                await FlowOf(number).RunAsync(person);
            });
        await done.CancelAsync();
        await killing;
        output.WriteLine($"{People} conversations, {service.Killed} kills, seed {Seed}");
        Assert.True(service.Killed >= Kills, $"The conversations were over after {service.Killed} kills.");

        Assert.Equal(0, await service.Process.StopAsync());
        Assert.Equal(0, await VerifyAsync(service.Process.DataDirectory));
        CheckTrail(service.Process.DataDirectory);
        CheckDirectory(service.Process.DataDirectory);
    }

    private static KilledFlow FlowOf(int number) => KilledFlow.All[number % KilledFlow.All.Count];

    private static Task<int> VerifyAsync(string folder) => Program.Main(["audit", "verify", "--ResetBot:DataDirectory=" + folder]);

    // What each person did, they did once.
    private static void CheckTrail(string folder)
    {
        var steps = Read(folder, "resetbot.db", "SELECT body FROM audit").Select(body => JsonDocument.Parse(body).RootElement)
            .Where(step => step.TryGetProperty("account", out _))
            .ToLookup(step => step.GetProperty("account").GetString()!, step => step.GetProperty("event").GetString()!);
        for (var number = 0; number < People; number++)
        {
            var flow = FlowOf(number);
            var told = steps[$"demo:{PersonOf(number).ObjectId}"].CountBy(step => step).ToDictionary();
            Assert.True(flow.Writes > 0 || !told.Keys.Any(IsOfWrite), $"{flow.Name} of {PersonOf(number).Name}, no write: {string.Join(", ", told)}");
            foreach (var (what, times) in flow.Once.Split(' ').CountBy(step => step))
            {
                Assert.True(told.GetValueOrDefault(what) == times, $"{flow.Name} of {PersonOf(number).Name}, {what}: {string.Join(", ", told)}");
            }
        }
    }

    private static bool IsOfWrite(string step) =>
        step.StartsWith("Reset", StringComparison.Ordinal) || step.StartsWith("Change", StringComparison.Ordinal);

    private static void CheckDirectory(string folder)
    {
        var rows = Read(folder, "demo-directory.db", "SELECT id || ' ' || password_version || ' ' || locked_until FROM person WHERE id LIKE '00000000-0000-4000-8000-%'")
            .Select(row => row.Split(' ')).ToDictionary(row => row[0], row => (Version: int.Parse(row[1]), LockedUntil: row[2]));
        for (var number = 0; number < People; number++)
        {
            var (version, locked) = rows.GetValueOrDefault(PersonOf(number).ObjectId, (0, "0"));
            Assert.True(version == FlowOf(number).Writes && locked == "0", $"{FlowOf(number).Name} of {PersonOf(number).Name}: version {version}, locked until {locked}");
        }
    }

    private static Person PersonOf(int number) => Person.Generated(KilledFlow.PersonOf(number));

    private static List<string> Read(string folder, string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, file)};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // One of two constants above.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }
}
