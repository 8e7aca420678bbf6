using ResetBot.EndToEnd.Clients;
using ResetBot.Testing;

namespace ResetBot.EndToEnd.Running;

/// <summary>The built bot as a process of its own: demo mode, a data directory and a port that nobody else has.</summary>
internal sealed class BotProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private readonly ChildProcess _process;
    private readonly DirectoryInfo _folder;

    private BotProcess(ChildProcess process, DirectoryInfo folder) => (_process, _folder) = (process, folder);

    /// <summary>The assembly that the build left, of the same configuration as these tests.</summary>
    public static string Assembly { get; } = Path.Combine(
        Lab.Repository, "Bot", "bin", Configuration, "net10.0", "ResetBot.Bot.dll");

    /// <summary>Debug or Release.</summary>
    public static string Configuration => new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)).Parent!.Name;

    /// <summary>Where it is reached; ends with a slash.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>What it has logged so far.</summary>
    public string Log => _process.Said;

    public DemoDesk Demo { get; private set; } = null!;

    /// <summary>Starts it with these settings, named as in the configuration (<c>Mail:Host</c>), and waits until it listens.</summary>
    public static async Task<BotProcess> StartAsync(params (string Name, string Value)[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("resetbot-bot-");
        (string Name, string Value)[] all =
        [
            ("DOTNET_ENVIRONMENT", "Development"),
            ("ASPNETCORE_ENVIRONMENT", "Development"),
            ("ResetBot:DataDirectory", Path.Combine(folder.FullName, "data")),
            .. settings,
        ];
        var process = ChildProcess.Start(
            "dotnet",
            [Assembly, "--urls", "http://127.0.0.1:0"],
            folder.FullName,
            all.Select(setting => (setting.Name.Replace(":", "__", StringComparison.Ordinal), setting.Value)));
        var bot = new BotProcess(process, folder);
        await bot.FindAsync();
        return bot;
    }

    /// <summary>Waits until it logs, or has logged, these words.</summary>
    public Task<string> LogsAsync(string words) => _process.SaysAsync(words, StartLimit);

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        Demo?.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task FindAsync()
    {
        var line = await _process.SaysAsync("Demo page", StartLimit);
        Address = new Uri(line[line.IndexOf("http", StringComparison.Ordinal)..].Replace("/demo", "/", StringComparison.Ordinal));
        Demo = new DemoDesk(Address);
    }
}
