using System.Diagnostics;
using ResetBot.Testing;
using ResetBot.Testing.Processes;
using ResetBot.Testing.Teams;
using Xunit;

namespace ResetBot.EndToEnd.Operations;

/// <summary>The service is started as its owner would, without any configuration but a free port and a place for its data.</summary>
[Collection(nameof(AloneCollection))]
public sealed class StartUp(ITestOutputHelper output) : IDisposable
{
    private const int Tries = 3;
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly string Configuration = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd('/')).Parent!.Name;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("resetbot-start-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_built_service_answers_its_first_turn_within_three_seconds_of_its_start()
    {
        // The fastest of three: on a machine that builds other things at the same time a single start says little about the service.
        List<TimeSpan> taken = [];
        while (taken.Count < Tries && taken.All(time => time > Promised))
        {
            taken.Add(await FirstTurnAsync(Path.Combine(_folder.FullName, $"data-{taken.Count}")));
        }

        output.WriteLine($"First turn answered after {string.Join(", ", taken.Select(time => $"{time.TotalMilliseconds:F0} ms"))}");
        Assert.True(taken.Min() <= Promised, $"The first turn was answered after {taken.Min()}.");
    }

    [Fact]
    public async Task Dotnet_run_starts_it_and_it_says_where_to_go()
    {
        string[] arguments = ["run", "--project", "Bot", "--no-build", "-c", Configuration, "--", .. Settings(_folder.FullName)];
        await using var bot = ChildProcess.Start("dotnet", arguments, Lab.Repository);
        var page = await bot.SaysAsync("Demo page", Patience);
        var endpoint = await bot.SaysAsync("Teams endpoint", Patience);
        var client = await bot.SaysAsync("npx @microsoft/m365agentsplayground", Patience);

        Assert.EndsWith("/demo", page, StringComparison.Ordinal);
        Assert.EndsWith("/api/messages", endpoint, StringComparison.Ordinal);
        Assert.Contains($"-e {endpoint.Split(' ')[^1]} -c msteams", client, StringComparison.Ordinal);
        using var browser = new HttpClient();
        Assert.Contains("A company to try it on", await browser.GetStringAsync(new Uri(page.Split(' ')[^1])), StringComparison.Ordinal);
    }

    private static async Task<TimeSpan> FirstTurnAsync(string data)
    {
        await using var connector = new ConnectorStandIn();
        await connector.StartAsync();
        using var limit = new CancellationTokenSource(Patience);
        using var client = new HttpClient();
        var assembly = Path.Combine(Lab.Repository, "Bot", "bin", Configuration, "net10.0", "ResetBot.Bot.dll");
        var clock = Stopwatch.StartNew();
        await using var bot = ChildProcess.Start(
            "dotnet", [assembly, .. Settings(data)], Path.GetTempPath(), [("ASPNETCORE_ENVIRONMENT", "Development")]);
        var endpoint = (await bot.SaysAsync("Teams endpoint", Patience)).Split(' ')[^1];
        var turn = TeamsWire.Message("help").With("serviceUrl", connector.Address.ToString());
        using var content = new StringContent(turn.ToJsonString(), System.Text.Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync(new Uri(endpoint), content, limit.Token);
        Assert.Equal(System.Net.HttpStatusCode.Accepted, answer.StatusCode);
        await connector.NextAsync(limit.Token);
        var taken = clock.Elapsed;
        Assert.DoesNotContain("Request starting", bot.Said, StringComparison.Ordinal);
        return taken;
    }

    private static string[] Settings(string data) => ["--urls", "http://127.0.0.1:0", $"--ResetBot:DataDirectory={data}"];
}
