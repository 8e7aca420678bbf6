using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Time.Testing;
using ResetBot.Bot.Channels.Teams;
using ResetBot.Bot.Channels.Teams.Outbound;
using ResetBot.Bot.Turns;
using ResetBot.Testing.Teams;

namespace ResetBot.Tests.Bot.Channels.Teams;

/// <summary>The Teams channel's own services, put together as the host does, with a fake clock.</summary>
internal sealed class TeamsParts : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private TeamsParts(Dictionary<string, string?> settings, string environment)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        services.AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = environment });
        services.AddSingleton<TimeProvider>(Time);
        services.AddSingleton<ITurnPipeline>(new FakePipeline());
        services.AddSingleton<IConnectorTokens>(Tokens);
        services.AddTeams();
        services.AddHttpClient(ConnectorCalls.Client).AddHttpMessageHandler(() => Detour);
        _services = services.BuildServiceProvider();
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 8, 21, 10, 0, 0, TimeSpan.Zero));

    public FakeTokens Tokens { get; } = new();

    /// <summary>Stands between the connector client and the network.</summary>
    public Detour Detour { get; } = new();

    /// <summary>With an app id, as in production.</summary>
    public static TeamsParts Configured(BotServiceStandIn? botService = null, params (string Name, string Value)[] settings)
    {
        var all = ConfiguredSettings(botService?.MetadataAddress);
        foreach (var (name, value) in settings)
        {
            all[name] = value;
        }

        return new TeamsParts(all, Environments.Production);
    }

    /// <summary>In demo mode.</summary>
    public static TeamsParts Demo(params (string Name, string Value)[] settings) =>
        new(settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value), Environments.Development);

    /// <summary>With just these settings.</summary>
    public static TeamsParts Of(string environment, params (string Name, string Value)[] settings) =>
        new(settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value), environment);

    public static Dictionary<string, string?> ConfiguredSettings(string? metadataAddress) => new()
    {
        ["Teams:AppId"] = BotServiceStandIn.AppId,
        ["Teams:TenantId"] = TeamsWire.TenantId,
        ["Teams:ClientSecret"] = "a-secret-of-this-test",
        ["Teams:MetadataAddress"] = metadataAddress,
    };

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async ValueTask DisposeAsync() => await _services.DisposeAsync();
}
