using Microsoft.Extensions.Options;
using ResetBot.Bot.Channels.Slack.Home;
using ResetBot.Bot.Channels.Slack.Inbound;
using ResetBot.Bot.Channels.Slack.Installing;
using ResetBot.Bot.Channels.Slack.Outbound;
using ResetBot.Bot.Channels.Slack.People;
using ResetBot.Bot.Channels.Slack.Sockets;
using ResetBot.Bot.Channels.Slack.Windows;
using ResetBot.Bot.Channels.Wire;
using ResetBot.Bot.Notifications;
using ResetBot.Bot.Outbox;
using ResetBot.Bot.Turns;
using ResetBot.Dialogs.Linking;
using ResetBot.Dialogs.Privacy;

namespace ResetBot.Bot.Channels.Slack;

/// <summary>The Slack channel, speaking the Events API and the Web API itself. The host adds an <c>ITurnPipeline</c>.</summary>
internal static class SlackChannel
{
    public const string Path = "/api/slack";

    public static IServiceCollection AddSlack(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<SlackOptions>, SlackOptionsValidator>();
        services.AddOptions<SlackOptions>().BindConfiguration(SlackOptions.Section).ValidateOnStart();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<SlackOptions>>().Value);
        services.AddTurnsInFlight();
        services.AddSlackInstalls();
        services.AddSingleton<SlackTokenHome>();
        services.AddSingleton<SlackWorkspaces>();
        services.AddSingleton<SlackPeople>();
        services.AddSingleton<IChannelRecords, SlackRecords>();
        services.AddSingleton<ILinkableChannels, SlackLinkable>();
        services.AddSingleton<SlackTurns>();
        services.AddSingleton<SlackInbox>();
        services.AddSingleton<SlackHandling>();
        services.AddSingleton<SlackChanges>();
        services.AddSingleton<SlackHomeTabs>();
        services.AddSingleton<IHearNotices>(provider => provider.GetRequiredService<SlackHomeTabs>());
        services.AddSingleton<SlackHomeTabView>();
        services.AddSingleton<IDeliver, SlackHomeTabDelivery>();
        services.AddSingleton<SlackWindows>();
        services.AddSingleton<SlackAcquaintance>();
        services.AddSingleton<SlackWindowTurns>();
        services.AddSingleton<SlackReception>();
        services.AddSingleton<SlackEndpoint>();
        services.AddSingleton<SlackSocketOpener>();
        services.AddHostedService<SlackAnnouncement>();
        services.AddHostedService<SlackSocketMode>();
        services.AddSingleton<SlackPauses>();
        services.AddSingleton<SlackApi>();
        services.AddSingleton<SlackCalls>();
        services.AddSingleton<SlackReplies>();
        services.AddSingleton<IChannelReplies>(provider => provider.GetRequiredService<SlackReplies>());
        services.AddSingleton<IDeliver, SlackDelivery>();
        services.AddSingleton<SlackFiles>();
        services.AddSingleton<IChannelFiles>(provider => provider.GetRequiredService<SlackFiles>());
        services.AddSingleton<IDeliver>(provider => provider.GetRequiredService<SlackFiles>());
        services.AddSingleton<SlackConversations>();
        services.AddSingleton<IOpenConversations>(provider => provider.GetRequiredService<SlackConversations>());
        services.AddSingleton<IFindConversations, SlackSearch>();
        services.AddSingleton<IDeliver>(provider => provider.GetRequiredService<SlackInbox>());
        services.AddChannelClient(SlackApi.Client).SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        return services;
    }

    private static void AddSlackInstalls(this IServiceCollection services)
    {
        services.AddSingleton<SlackInstallations>();
        services.AddSingleton<SlackOAuth>();
        services.AddSingleton<SlackRenewals>();
        services.AddSingleton<SlackTokens>();
        services.AddSingleton<SlackExchanges>();
        services.AddSingleton<SlackInstallState>();
        services.AddSingleton<SlackInstaller>();
        services.AddSingleton<SlackInstallPage>();
        services.AddHostedService<SlackRotation>();
    }

    public static IEndpointConventionBuilder MapSlack(this IEndpointRouteBuilder endpoints)
    {
        // Asked for at the first request: what is wrong in the configuration is said at the start.
        endpoints.MapGet(SlackInstallPage.Path, (HttpContext context, SlackInstallPage page) => page.Begin(context)).AllowAnonymous();
        endpoints.MapGet(SlackInstallPage.ReturnPath, (HttpContext context, SlackInstallPage page) => page.TakeAsync(context)).AllowAnonymous();
        var endpoint = new Lazy<SlackEndpoint>(endpoints.ServiceProvider.GetRequiredService<SlackEndpoint>);
        return endpoints.MapPost(Path, async context => await (await endpoint.Value.RespondAsync(context)).ExecuteAsync(context)).AllowAnonymous();
    }
}
