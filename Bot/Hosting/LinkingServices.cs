using ResetBot.Bot.Operations;
using ResetBot.Bot.Turns;
using ResetBot.Dialogs.Linking;
using ResetBot.Dialogs.Waterfall;
using ResetBot.Recovery.Linking;

namespace ResetBot.Bot.Hosting;

/// <summary>What makes people known in a channel that does not know them.</summary>
internal static class LinkingServices
{
    public static void AddLinking(this IServiceCollection services)
    {
        services.AddSingleton<ChatLinks>();
        services.AddSingleton<LinkingDesk>();
        services.AddSingleton<LinkWatch>();
        services.AddSingleton<Leavers>();
        services.AddSingleton<IDialog, LinkDialog>();
        services.AddSingleton<Unlinking>();
        services.AddSingleton<UnservedTurns>();
    }
}
