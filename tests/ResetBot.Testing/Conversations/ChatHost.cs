using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using ResetBot.Bot.Hosting;
using ResetBot.Jobs.Questions;
using ResetBot.Jobs.Upkeep;
using ResetBot.Jobs.Writes;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Audit;
using ResetBot.Storage;
using ResetBot.Testing.Slack;
using ResetBot.Testing.Teams;

namespace ResetBot.Testing.Conversations;

/// <summary>
/// The whole ResetBot in this process, on a real port, with a data directory of its own, a clock that stands until it is moved, and the
/// connector's stand-in at the far end. Jobs run when a story says so, never by themselves.
/// </summary>
public sealed class ChatHost : IChatService, IAsyncDisposable
{
    private readonly ChatHostSettings _settings;
    private readonly LogCapture _log = new();
    private readonly ChatInboxes _inboxes;
    private readonly HttpClient _client = new();
    private readonly ConnectorRoad _road;
    private WebApplication? _app;
    private int _conversations;
    private int _people = -1;

    private ChatHost(ChatHostSettings settings)
    {
        _settings = settings;
        _inboxes = new ChatInboxes(Connector);
        _road = new ConnectorRoad(Connector);
        Outbox = new OutboxReader(this);
    }

    public WatchedTime Clock { get; } = new(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));

    public ConnectorStandIn Connector { get; } = new();

    public string DataDirectory { get; } = System.IO.Directory.CreateTempSubdirectory("resetbot-story-").FullName;

    public OutboxReader Outbox { get; }

    public IReadOnlyCollection<string> Log => _log.Lines;

    /// <summary>Waits until it has logged so many lines with these words.</summary>
    public Task LogsAsync(string words, int times = 1) => _log.SaysAsync(words, times);

    /// <summary>Where it listens, or listened before it was stopped.</summary>
    public Uri Address { get; private set; } = null!;

    public Uri ServiceUrl => IsDemo ? Connector.Address : new Uri(BotServiceStandIn.ServiceUrl);

    /// <summary>Outside demo mode: where the host wanted to go with its messages.</summary>
    public IReadOnlyCollection<Uri> Asked => _road.Asked;

    /// <summary>What messages call the place where the people of the stories chat.</summary>
    public string Place => Slack is null ? "Microsoft Teams" : "Slack";

    public IServiceProvider Services => _app!.Services;

    private bool IsDemo => _settings.BotService is null;

    /// <summary>Slack's stand-in, where the people of the stories chat in Slack.</summary>
    public SlackStandIn? Slack { get; private set; }

    public static async Task<ChatHost> StartAsync(ChatHostSettings? settings = null)
    {
        var host = new ChatHost(settings ?? new ChatHostSettings());
        await host.Connector.StartAsync();
        if (host._settings.InSlack)
        {
            host._inboxes.Follow(host.Slack = await SlackStandIn.StartNewAsync(host._settings.BySocket, host._settings.ByInstall));
            host.Slack.Installs.Clock = host.Clock;
        }

        await host.StartAgainAsync();
        return host;
    }

    /// <summary>One of the generated people, whom no other story of this host has.</summary>
    public Person Somebody() => Person.Generated(Interlocked.Increment(ref _people));

    /// <summary>A chat of a person; every one is a conversation of its own.</summary>
    // In Slack each person has one; whoever is there already has the next one in Teams.
    public ChatDriver Chat(Person person, string locale = "en-US") => Slack?.Knows(person) == false
        ? SlackChat(person, locale)
        : Chat(person, locale, $"a:{person.ObjectId}-{Interlocked.Increment(ref _conversations)}");

    /// <summary>A chat in a conversation that somebody has already.</summary>
    public ChatDriver Chat(Person person, string locale, string conversation) => new(this, _inboxes.Of(conversation), person, conversation)
    {
        Locale = locale,
        Authorization = IsDemo ? null : () => "Bearer " + BotServiceStandIn.Token(Clock.GetUtcNow()),
    };

    /// <summary>The conversation of a person with the bot in Slack, where each has one.</summary>
    public SlackChatDriver SlackChat(Person person, string locale = "en-US", SlackWorkspace? at = null)
    {
        var user = Slack!.Join(person, locale, at);
        return new SlackChatDriver(this, _inboxes.Of(user.Direct), Slack, Clock, person, user) { Locale = locale };
    }

    /// <summary>A browser that has never been here.</summary>
    public WebDriver Browser(string language = "en", string from = "127.0.0.1") => new(Address, language, from);

    public async Task<IReadOnlyList<SentMail>> SentAsync() => IsDemo
        ? (await _client.GetFromJsonAsync<List<SentMail>>(new Uri(Address, "/demo/outbox")))!
        : await CompanyParts.SentAsync(Services);

    public async Task<bool> QuietAsync()
    {
        await Services.GetRequiredService<WatchedOutbox>().QuietAsync();
        return true;
    }

    /// <summary>Lets time pass, and then does what runs on a clock.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        await QuietAsync();
        Clock.Advance(time);
        await CloseLeftQuestionsAsync();
        await QuietAsync();
    }

    public Task<int> CloseLeftQuestionsAsync() => Services.GetRequiredService<ILeftQuestions>().CloseAsync(CancellationToken.None);
    public Task<int> SettleOpenWritesAsync() => Services.GetRequiredService<IOpenWrites>().SettleAsync(TimeSpan.Zero, CancellationToken.None);
    public Task<int> KeepUpAsync() => new KeepUp(Services.GetRequiredService<IUpkeep>()).RunAsync(CancellationToken.None);

    /// <summary>What the directory says to a password: ok, wrong, locked, mustChange or disabled.</summary>
    public async Task<string> SignInAsync(Person person, string password)
    {
        using var answer = await _client.PostAsJsonAsync(new Uri(Address, "/demo/sign-in"), new { userName = person.UserName, password });
        return (await answer.Content.ReadFromJsonAsync<JsonNode>())!["result"]!.GetValue<string>();
    }

    /// <summary>Somebody with a passkey beside the two methods that everybody has, all of which count.</summary>
    public async Task<(ChatDriver Chat, SoftwarePasskey Passkey)> WithPasskeyAsync()
    {
        var chat = Chat(Somebody());
        var passkey = new SoftwarePasskey();
        await chat.BeginsToRegisterAsync();
        await chat.AddsPasskeyAsync(passkey);
        await chat.Says("done").Sees("All set");
        Clock.Advance(TimeSpan.FromHours(25));
        return (chat, passkey);
    }

    /// <summary>Signs in with wrong passwords until the directory locks the account.</summary>
    public async Task LocksAsync(Person person)
    {
        for (var wrong = 0; wrong < 5; wrong++)
        {
            await SignInAsync(person, "not the password");
        }
    }

    /// <summary>Stops the host and starts another one on the same data directory, at another port.</summary>
    /// <summary>Settings that are others from the next start on.</summary>
    public IReadOnlyList<string> Changed { get; set; } = [];

    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAgainAsync();
    }

    public async Task StopAsync()
    {
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
            _app = null;
        }
    }

    public async Task StartAgainAsync()
    {
        string[] args =
        [
            "--urls=http://127.0.0.1:0",
            "--contentRoot=" + Path.Combine(Lab.Repository, "Bot"),
            "--hostBuilder:reloadConfigOnChange=false",
            "--ResetBot:DataDirectory=" + DataDirectory,
            $"--Demo:ExtraPeople={_settings.ExtraPeople}",
            "--Web:Pace=00:00:00",
            .. _settings.BotService is { } service ? CompanyParts.Arguments(service) : ["--environment=Development"],
            .. Slack?.Settings ?? [],
            .. _settings.Arguments.Concat(Changed).Select(argument => "--" + argument),
        ];
        _app = ResetBotHost.Build(args, Adapt);
        await _app.StartAsync();
        Address = new Uri(_app.Urls.Single());
    }

    /// <summary>The steps that the audit trail has of a person's account, oldest first.</summary>
    public IReadOnlyList<AuditStep> Audit(Person person) =>
    [
        .. Services.GetRequiredService<IAuditTrail>().Recent($"demo:{person.ObjectId}", 10_000).Reverse()
            .Select(body => new AuditStep(JsonNode.Parse(body)!.AsObject())),
    ];

    /// <summary>How often something happened to a person's account.</summary>
    public int Count(Person person, string happened) => Audit(person).Count(step => step.Event == happened);

    /// <summary>The bytes of everything in the data directory, as text of one character a byte.</summary>
    public string StoredBytes() => FolderBytes.Of(DataDirectory);

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await Connector.DisposeAsync();
        await (Slack?.DisposeAsync() ?? default);
        _client.Dispose();
        _log.Dispose();
        System.IO.Directory.Delete(DataDirectory, recursive: true);
    }

    private void Adapt(WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
        if (!IsDemo)
        {
            CompanyParts.Add(services, _road, DataDirectory, _settings.ExtraPeople);
        }

        builder.Logging.ClearProviders().AddProvider(_log);
        services.Surround<IOutbox>((outbox, provider) => new WatchedOutbox(outbox, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => (WatchedOutbox)provider.GetRequiredService<IOutbox>());
        if (_settings.Directory is { } surround)
        {
            services.Surround<IDirectory>((directory, _) => surround(directory));
        }

        services.RemoveJobs();
        _settings.Adapt?.Invoke(builder);
    }
}
