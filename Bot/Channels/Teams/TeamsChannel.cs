using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using ResetBot.Bot.Channels.Teams.Inbound;
using ResetBot.Bot.Channels.Teams.Outbound;
using ResetBot.Bot.Channels.Teams.Trust;
using ResetBot.Bot.Demo;
using ResetBot.Bot.Turns;

namespace ResetBot.Bot.Channels.Teams;

/// <summary>The Teams channel, speaking the Bot Framework protocol itself. The host adds an <c>ITurnPipeline</c>.</summary>
internal static class TeamsChannel
{
    public const string Path = "/api/messages";

    public static IServiceCollection AddTeams(this IServiceCollection services)
    {
        services.AddDemoOptions();
        services.AddSingleton(provider => new RealPart("Teams:AppId", provider.GetRequiredService<IConfiguration>()["Teams:AppId"]));
        services.AddSingleton<IValidateOptions<TeamsOptions>, TeamsOptionsValidator>();
        services.AddOptions<TeamsOptions>().BindConfiguration(TeamsOptions.Section).ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddTrust();
        services.AddInbound();
        services.AddOutbound();
        services.AddHostedService<TeamsAnnouncement>();
        return services;
    }

    public static IEndpointConventionBuilder MapTeams(this IEndpointRouteBuilder endpoints)
    {
        // Asked for at the first request: what is wrong in the configuration is said at the start.
        var endpoint = new Lazy<MessagesEndpoint>(endpoints.ServiceProvider.GetRequiredService<MessagesEndpoint>);
        return endpoints.MapPost(Path, (RequestDelegate)(context => endpoint.Value.RespondAsync(context))).AllowAnonymous();
    }

    private static void AddTrust(this IServiceCollection services)
    {
        services.AddSingleton<KeyPublication>();
        services.AddSingleton<SigningKeys>();
        services.AddSingleton<ChannelTokenValidator>();
        services.AddSingleton<ProvenServiceUrls>();
        services.AddSingleton<TenantGate>();
        services.AddClient(KeyPublication.Client).ConfigureHttpClient(client =>
        {
            client.Timeout = TimeSpan.FromSeconds(5);
            client.MaxResponseContentBufferSize = 1024 * 1024;
        });
    }

    private static void AddInbound(this IServiceCollection services)
    {
        services.AddSingleton<ITeamsWords, TeamsWords>();
        services.AddSingleton<IChannelReplies, TeamsReplies>();
        services.AddSingleton<InboundTrust>();
        services.AddSingleton<MessagesEndpoint>();
        services.AddSingleton<TurnsInFlight>();
        services.AddHostedService(provider => provider.GetRequiredService<TurnsInFlight>());
    }

    private static void AddOutbound(this IServiceCollection services)
    {
        services.TryAddSingleton<IConnectorTokens, AzureConnectorTokens>();
        services.AddSingleton<Destinations>();
        services.AddSingleton<ConnectorCalls>();
        services.AddSingleton<ConnectorClient>();
        services.AddClient(ConnectorCalls.Client).SetHandlerLifetime(Timeout.InfiniteTimeSpan);
    }

    // No redirects: a token, or the trust in a key, goes to the address that was checked and nowhere else. The addresses hold ids of
    // people's conversations, so that the client's own log lines are off.
    private static IHttpClientBuilder AddClient(this IServiceCollection services, string name) =>
        services.AddHttpClient(name)
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                ActivityHeadersPropagator = null,
                Proxy = new OutboundProxy(),
                ConnectTimeout = TimeSpan.FromSeconds(5),
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            });
}
