using Microsoft.Extensions.DependencyInjection.Extensions;
using ResetBot.Bot.Hosting;
using ResetBot.Storage;

namespace ResetBot.Bot.Turns;

/// <summary>Adds what turns go through.</summary>
internal static class TurnServices
{
    /// <summary>Adds the way from an activity to what it is answered.</summary>
    public static void AddTurnPipeline(this IServiceCollection services)
    {
        services.AddSingleton<ReplyWriter>();
        services.AddSingleton<TypingSign>();
        services.AddSingleton(provider => new MetActivities(SeenActivities.LastMoment(provider.GetRequiredService<IDueDocuments>())));
        services.AddSingleton<OnceOnly>();
        services.AddSingleton<TurnPipeline>();
        services.AddChecked<TurnOptions>(TurnOptions.Section, TurnOptionsValidator.Faults);
        services.AddOptions<HostOptions>().Configure<TurnOptions>((host, turns) => host.ShutdownTimeout = turns.StopWithin + TimeSpan.FromSeconds(15));
        services.AddSingleton<TurnGate>();
        services.AddSingleton<ITurnPipeline, AdmittedTurns>();
    }

    /// <summary>Adds the turns that outlive their requests; once, however many channels there are.</summary>
    public static void AddTurnsInFlight(this IServiceCollection services)
    {
        services.TryAddSingleton<TurnsInFlight>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, TurnsInFlight>(provider => provider.GetRequiredService<TurnsInFlight>()));
    }
}
