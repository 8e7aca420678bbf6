using ResetBot.Dialogs.Privacy;
using ResetBot.Dialogs.Status;
using ResetBot.Dialogs.Waterfall;
using ResetBot.Recovery.Privacy;

namespace ResetBot.Bot.Pages.Privacy;

/// <summary>What gives people what is kept of them, and erases it.</summary>
internal static class PrivacyServices
{
    public static void AddPrivacy(this IServiceCollection services)
    {
        services.AddSingleton<PersonalFile>();
        services.AddSingleton<PrivacyDesk>();
        services.AddSingleton<IConversationsOfPeople, ConversationsOfPeople>();
        services.AddSingleton<IDialog, ExportDialog>();
        services.AddSingleton<IDialog, EraseDialog>();
        services.AddSingleton<IDialog, StatusDialog>();
        services.AddSingleton<ChannelData>();
        services.AddSingleton<ExportForms>();
    }
}
