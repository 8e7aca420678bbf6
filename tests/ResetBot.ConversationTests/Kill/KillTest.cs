using System.Text.Json;
using Microsoft.Data.Sqlite;
using ResetBot.Bot;
using ResetBot.Testing;
using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests.Kill;

/// <summary>Many people reset their passwords while the process is killed in the middle of its work, over and over.</summary>
public sealed class KillTest(ITestOutputHelper output)
{
    private const int Seed = 20261124;

    private static readonly int People = Lab.IsLong ? 500 : 30;
    private static readonly int Kills = Lab.IsLong ? 100 : 6;

    [Fact]
    public async Task Nothing_acknowledged_is_lost_nothing_acts_twice_and_everybody_gets_through()
    {
        await using var service = await KilledService.StartAsync(People, Seed);
        using var done = new CancellationTokenSource();
        var attempts = People * 14 / Kills;
        var killing = service.KillAsync(Kills, most: attempts, done.Token);
        await Parallel.ForEachAsync(
            Enumerable.Range(0, People),
            new ParallelOptions { MaxDegreeOfParallelism = 16 },
            async (number, _) => await new KilledConversation(service, number).ResetAsync());
        await done.CancelAsync();
        await killing;
        output.WriteLine($"{People} conversations, {service.Killed} kills, seed {Seed}");
        Assert.True(service.Killed >= Kills, $"The conversations were over after {service.Killed} kills.");

        Assert.Equal(0, await service.Process.StopAsync());
        Assert.Equal(0, await VerifyAsync(service.Process.DataDirectory));
        CheckTrail(service.Process.DataDirectory);
        CheckDirectory(service.Process.DataDirectory);
    }

    private static Task<int> VerifyAsync(string folder) => Program.Main(["audit", "verify", "--ResetBot:DataDirectory=" + folder]);

    // What each person did, they did once.
    private static void CheckTrail(string folder)
    {
        var steps = Read(folder, "resetbot.db", "SELECT body FROM audit").Select(body => JsonDocument.Parse(body).RootElement)
            .Where(step => step.TryGetProperty("account", out _))
            .ToLookup(step => step.GetProperty("account").GetString()!, step => step.GetProperty("event").GetString()!);
        foreach (var person in Enumerable.Range(0, People).Select(Person.Generated))
        {
            var told = steps[$"demo:{person.ObjectId}"].CountBy(step => step).ToDictionary();
            var (cases, sent, right, gates, done) = (told["CaseStarted"], told["CodeSent"], told["CodeRight"], told["GatePassed"], told["ResetDone"]);
            Assert.True((cases, sent, right, gates, done) == (1, 2, 2, 2, 1), $"{person.Name}: {string.Join(", ", told)}");
        }
    }

    private static void CheckDirectory(string folder)
    {
        var versions = Read(folder, "demo-directory.db", "SELECT id || ' ' || password_version FROM person WHERE id LIKE '00000000-0000-4000-8000-%'")
            .Select(row => row.Split(' ')).ToDictionary(row => row[0], row => int.Parse(row[1]));
        Assert.Equal(People, versions.Count);
        Assert.All(versions, person => Assert.Equal(1, person.Value));
    }

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
