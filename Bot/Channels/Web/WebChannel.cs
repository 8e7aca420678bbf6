using ResetBot.Bot.Hosting;
using ResetBot.Bot.Outbox;
using ResetBot.Bot.Turns;

namespace ResetBot.Bot.Channels.Web;

/// <summary>The chat page: people whom no channel knows name an account and go on by its methods.</summary>
internal static class WebChannel
{
    /// <summary>What the channel is called in conversations and words.</summary>
    public const string Name = "web";

    public static void AddWeb(this IServiceCollection services)
    {
        services.AddChecked<WebOptions>(WebOptions.Section, WebOptionsValidator.Faults);
        services.AddSingleton<WebReplies>();
        services.AddSingleton<IChannelReplies>(provider => provider.GetRequiredService<WebReplies>());
        services.AddSingleton<WebNews>();
        services.AddSingleton<IDeliver, WebNewsDelivery>();
        services.AddSingleton<WebSessions>();
        services.AddSingleton<WebViews>();
        services.AddSingleton<FormBudget>();
        services.AddSingleton<Pace>();
        services.AddSingleton<FormsUnderWay>();
        services.AddSingleton<FormIds>();
        services.AddSingleton<WebPage>();
        services.AddSingleton<WebForms>();
        services.AddSingleton<WebEvents>();
    }
}
