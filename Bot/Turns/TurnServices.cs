using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ResetBot.Bot.Turns;

/// <summary>What every channel needs beside the pipeline.</summary>
internal static class TurnServices
{
    /// <summary>Adds the turns that outlive their requests; once, however many channels there are.</summary>
    public static void AddTurnsInFlight(this IServiceCollection services)
    {
        services.TryAddSingleton<TurnsInFlight>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, TurnsInFlight>(provider => provider.GetRequiredService<TurnsInFlight>()));
    }
}
