using System.Net.Http.Json;
using System.Text.RegularExpressions;
using ResetBot.Testing.Processes;
using ResetBot.Testing.Slack;
using ResetBot.Testing.Teams;

namespace ResetBot.Testing.Conversations;

/// <summary>The built ResetBot as a process of its own, which can be killed at any moment and started again on the same data.</summary>
public sealed partial class ChatProcess : IChatService, IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly ChatInboxes _inboxes;
    private readonly HttpClient _client = new();
    private readonly IReadOnlyList<string> _settings;
    private ChildProcess? _process;

    private ChatProcess(IReadOnlyList<string> settings)
    {
        _settings = settings;
        _inboxes = new ChatInboxes(Connector);
        Outbox = new OutboxReader(this);
    }

    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    public Uri ServiceUrl => Connector.Address;

    public ConnectorStandIn Connector { get; } = new();

    public OutboxReader Outbox { get; }

    public string DataDirectory { get; } = Directory.CreateTempSubdirectory("resetbot-killed-").FullName;

    /// <summary>Starts one with settings as on the command line, without the dashes: <c>Mail:Host=localhost</c>.</summary>
    public static async Task<ChatProcess> StartAsync(params string[] settings)
    {
        var service = new ChatProcess(settings);
        await service.Connector.StartAsync();
        await service.StartAgainAsync();
        return service;
    }

    /// <summary>The same with Slack beside Teams.</summary>
    public static async Task<ChatProcess> StartWithSlackAsync(params string[] settings)
    {
        var slack = await SlackStandIn.StartNewAsync();
        var service = new ChatProcess([.. slack.Settings.Select(setting => setting.TrimStart('-')), .. settings]) { Slack = slack };
        service._inboxes.Follow(slack);
        await service.Connector.StartAsync();
        await service.StartAgainAsync();
        return service;
    }

    /// <summary>Slack's stand-in; null where there is only Teams.</summary>
    public SlackStandIn? Slack { get; private init; }

    /// <summary>The conversation of a person with the bot in Slack.</summary>
    public SlackChatDriver SlackChat(Person person)
    {
        var user = Slack!.Join(person);
        return new SlackChatDriver(this, _inboxes.Of(user.Direct), Slack, TimeProvider.System, person, user);
    }

    /// <summary>The memory that it takes now, in megabytes.</summary>
    public long Megabytes => _process!.Megabytes;

    public ChatDriver Chat(Person person) => new(this, _inboxes.Of("a:" + person.ObjectId), person, "a:" + person.ObjectId) { Locale = "en-US" };

    public Task<bool> QuietAsync() => Task.FromResult(false);

    public async Task<IReadOnlyList<SentMail>> SentAsync() => (await _client.GetFromJsonAsync<List<SentMail>>(new Uri(Address, "/demo/outbox")))!;

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
            await running.DisposeAsync();
            _process = null;
        }
    }

    /// <summary>Tells it to stop (SIGTERM), and waits until it has; its exit code.</summary>
    public async Task<int> StopAsync()
    {
        var code = await _process!.StopAsync(StartLimit);
        await KillAsync();
        return code;
    }

    public async Task StartAgainAsync()
    {
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "ResetBot.Bot.dll"),
            "--environment=Development",
            "--urls=http://127.0.0.1:0",
            "--hostBuilder:reloadConfigOnChange=false",
            "--ResetBot:DataDirectory=" + DataDirectory,
            "--Demo:ExtraPeople=2",
            .. _settings.Select(setting => "--" + setting),
        ];
        _process = ChildProcess.Start("dotnet", arguments, DataDirectory);
        var line = await _process.SaysAsync("Demo page", StartLimit);
        Address = new Uri(DemoPage().Match(line).Groups[1].Value);
    }

    /// <summary>Waits until it logs, or has logged, these words.</summary>
    public Task<string> LogsAsync(string words) => _process!.SaysAsync(words, StartLimit);

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }

        await Connector.DisposeAsync();
        await (Slack?.DisposeAsync() ?? default);
        _client.Dispose();
        Directory.Delete(DataDirectory, recursive: true);
    }

    [GeneratedRegex(@"Demo page\s+(http://[^/]+/)demo")]
    private static partial Regex DemoPage();
}
