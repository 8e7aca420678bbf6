using System.Diagnostics;
using System.Text.RegularExpressions;
using ResetBot.Testing.Teams;

namespace ResetBot.Testing.Conversations;

/// <summary>The built ResetBot as a process of its own, which can be killed at any moment and started again on the same data.</summary>
public sealed partial class ChatProcess : IChatService, IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly ChatInboxes _inboxes;
    private Process? _process;

    private ChatProcess()
    {
        _inboxes = new ChatInboxes(Connector);
        Outbox = new OutboxReader(this);
    }

    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    public Uri ServiceUrl => Connector.Address;

    public ConnectorStandIn Connector { get; } = new();

    public OutboxReader Outbox { get; }

    public string DataDirectory { get; } = Directory.CreateTempSubdirectory("resetbot-killed-").FullName;

    public static async Task<ChatProcess> StartAsync()
    {
        var service = new ChatProcess();
        await service.Connector.StartAsync();
        await service.StartAgainAsync();
        return service;
    }

    public ChatDriver Chat(Person person) => new(this, _inboxes, person, "a:" + person.ObjectId) { Locale = "en-US" };

    public Task<bool> QuietAsync() => Task.FromResult(false);

    /// <summary>Ends the process at once, with nothing tidied up, and starts another one.</summary>
    public async Task KillAndStartAsync()
    {
        await KillAsync();
        await StartAgainAsync();
    }

    public async Task KillAsync()
    {
        if (_process is { } running)
        {
            running.Kill();
            await running.WaitForExitAsync();
            running.Dispose();
            _process = null;
        }
    }

    public async Task StartAgainAsync()
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            WorkingDirectory = DataDirectory,
            ArgumentList =
            {
                Path.Combine(AppContext.BaseDirectory, "ResetBot.Bot.dll"),
                "--environment=Development",
                "--urls=http://127.0.0.1:0",
                "--contentRoot=" + Path.Combine(Lab.Repository, "Bot"),
                "--hostBuilder:reloadConfigOnChange=false",
                "--ResetBot:DataDirectory=" + DataDirectory,
                "--Demo:ExtraPeople=2",
            },
        };
        _process = Process.Start(start)!;
        Address = await ReadAddressAsync(_process).WaitAsync(StartLimit);
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process?.Dispose();
        await Connector.DisposeAsync();
        Directory.Delete(DataDirectory, recursive: true);
    }

    private static async Task<Uri> ReadAddressAsync(Process process)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (DemoPage().Match(line) is { Success: true } found)
            {
                // What else it says is read and dropped, so that it never waits for a reader.
                _ = process.StandardOutput.ReadToEndAsync();
                return new Uri(found.Groups[1].Value);
            }
        }

        throw new StoryException("The service ended before it was ready.");
    }

    [GeneratedRegex(@"Demo page\s+(http://[^/]+/)demo")]
    private static partial Regex DemoPage();
}
