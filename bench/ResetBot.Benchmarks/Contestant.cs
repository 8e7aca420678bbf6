namespace ResetBot.Benchmarks;

/// <summary>One of those that are measured, in a process of its own.</summary>
internal sealed class Contestant : IDisposable
{
    private readonly Child _child;
    private readonly string? _data;

    private Contestant(string name, int port, bool replies, Child child, string? data = null)
    {
        Name = name;
        Port = port;
        Replies = replies;
        _child = child;
        _data = data;
    }

    public string Name { get; }

    public int Port { get; }

    public bool Replies { get; }

    public long Megabytes => _child.Megabytes;

    public List<Load> Rounds { get; } = [];

    public static async Task<Contestant> PeerAsync()
    {
        var folder = Path.Combine(Repository.Root, "artifacts", "bench", "peer");
        File.Copy(Path.Combine(Repository.Root, "bench", "peer.js"), Path.Combine(folder, "peer.js"), overwrite: true);
        return await StartedAsync(new Contestant("Bot Framework SDK (JavaScript)", 5979, replies: true, Child.Start("node", [Path.Combine(folder, "peer.js"), "5979"])));
    }

    public static async Task<Contestant> BoltAsync()
    {
        var folder = Path.Combine(Repository.Root, "artifacts", "bench", "bolt");
        File.Copy(Path.Combine(Repository.Root, "bench", "bolt.js"), Path.Combine(folder, "bolt.js"), overwrite: true);
        return await StartedAsync(new Contestant("Bolt (JavaScript)", 5979, replies: true, Child.Start("node", [Path.Combine(folder, "bolt.js"), "5979", SlackEvents.Secret])));
    }

    public static async Task<Contestant> EchoAsync() => await StartedAsync(new Contestant(
        "bare ASP.NET echo", 5980, replies: false, Child.Start("dotnet", [typeof(Contestant).Assembly.Location, "echo", "5980"])));

    public static async Task<Contestant> RelayAsync() => await StartedAsync(new Contestant(
        "bare ASP.NET relay", 5981, replies: true, Child.Start("dotnet", [typeof(Contestant).Assembly.Location, "relay", "5981"])));

    /// <summary>ResetBot as it is built, with a data directory of its own on disk.</summary>
    public static async Task<Contestant> ResetBotAsync(string name = "ResetBot", int port = 5978, Action<string>? prepare = null, params string[] settings)
    {
        var data = Directory.CreateTempSubdirectory("resetbot-bench-").FullName;
        prepare?.Invoke(data);
        var child = Child.Start("dotnet", [Repository.Bot, .. Settings(data, port), .. settings]);
        return await StartedAsync(new Contestant(name, port, replies: true, child, data));
    }

    public static string[] Settings(string data, int port) =>
    [
        "--environment=Development",
        $"--urls=http://127.0.0.1:{port}",
        $"--ResetBot:DataDirectory={data}",
        $"--Demo:ExtraPeople={Load.People}",
        "--Limits:CasesPerUserPerHour=1000000",
        "--Limits:CasesPerAddressPerHour=1000000",
        "--Logging:LogLevel:Default=Warning",
    ];

    public async Task RoundAsync(int seconds, Connector connector, int apart = 1)
    {
        Note(await Load.RunAsync(Port, seconds, Replies ? connector : null, apart));
    }

    /// <summary>Notes what a round showed.</summary>
    public void Note(Load load)
    {
        Rounds.Add(load);
        Console.WriteLine($"{Name,-32} {load}   {Megabytes} MB");
    }

    public void Dispose()
    {
        _child.Dispose();
        if (_data is not null)
        {
            Directory.Delete(_data, recursive: true);
        }
    }

    private static async Task<Contestant> StartedAsync(Contestant contestant)
    {
        await Child.AnswersAsync(contestant.Port);
        return contestant;
    }
}
