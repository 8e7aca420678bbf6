using ResetBot.Testing;
using ResetBot.Testing.Conversations;
using ResetBot.Testing.Processes;

namespace ResetBot.EndToEnd.Running;

/// <summary>Microsoft's own local Teams client, in a folder of its own, connected to one bot. Needs the lab part playground.</summary>
internal sealed class PlaygroundProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private readonly ChildProcess _process;
    private readonly DirectoryInfo _folder;

    private PlaygroundProcess(ChildProcess process, DirectoryInfo folder) => (_process, _folder) = (process, folder);

    /// <summary>The page of the client.</summary>
    public Uri Address { get; private set; } = null!;

    public static async Task<PlaygroundProcess> StartAsync(ChatProcess bot)
    {
        await Lab.RequireAsync("playground");
        var folder = Directory.CreateTempSubdirectory("resetbot-playground-");
        var program = Path.Combine(Lab.Folder, "playground", "node_modules", "@microsoft", "m365agentsplayground", "cli.js");
        var endpoint = new Uri(bot.Address, "api/messages");
        var process = ChildProcess.Start(
            "node", [program, "start", "-e", endpoint.ToString(), "-c", "msteams", "--disable-telemetry", "-p", "0"], folder.FullName);
        var line = await process.SaysAsync("Listening on ", StartLimit);
        return new PlaygroundProcess(process, folder) { Address = new Uri($"http://localhost:{line.Split(' ')[^1]}/") };
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
