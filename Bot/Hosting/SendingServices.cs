using ResetBot.Bot.Notifications;
using ResetBot.Recovery.Challenges;
using ResetBot.Recovery.Limits;

namespace ResetBot.Bot.Hosting;

/// <summary>What sending codes needs: what may be sent, what it may cost, and the words.</summary>
internal static class SendingServices
{
    public static void AddSending(this IServiceCollection services)
    {
        services.AddChecked<CostCapOptions>(CostCapOptions.Section, CostCapOptionsValidator.Faults);
        services.AddSingleton<ICostAlarms, CostAlarms>();
        services.AddSingleton<CostCap>();
        services.AddSingleton<SendBudget>();
        services.AddSingleton<ICodeMessages, CodeMessages>();
        services.AddSingleton<CodeSending>();
    }
}
