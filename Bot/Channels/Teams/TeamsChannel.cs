using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using ResetBot.Bot.Channels.Teams.Inbound;
using ResetBot.Bot.Channels.Teams.Outbound;
using ResetBot.Bot.Channels.Teams.Trust;
using ResetBot.Bot.Channels.Wire;
using ResetBot.Bot.Demo;
using ResetBot.Bot.Outbox;
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
        services.AddChannelClient(KeyPublication.Client).ConfigureHttpClient(client =>
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
        services.AddTurnsInFlight();
    }

    private static void AddOutbound(this IServiceCollection services)
    {
        services.TryAddSingleton<IConnectorTokens, AzureConnectorTokens>();
        services.AddSingleton<Destinations>();
        services.AddSingleton<ConnectorCalls>();
        services.AddSingleton<ConnectorClient>();
        services.AddSingleton<IOpenConversations, TeamsConversations>();
        services.AddChannelClient(ConnectorCalls.Client).SetHandlerLifetime(Timeout.InfiniteTimeSpan);
    }
}
