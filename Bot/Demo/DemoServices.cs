using ResetBot.Bot.Couriers;
using ResetBot.Recovery.Limits;

namespace ResetBot.Bot.Demo;

/// <summary>The demonstration's part of the host.</summary>
internal static class DemoServices
{
    /// <summary>What costs nothing has no cap, unless one is set.</summary>
    public static void AddDemoCosts(this IServiceCollection services, IConfiguration configuration)
    {
        if (configuration[$"{CostCapOptions.Section}:{nameof(CostCapOptions.PerDay)}"] is null)
        {
            services.AddOptions<CostCapOptions>().PostConfigure(costs => costs.PerDay = null);
        }
    }

    /// <summary>Couriers that keep what they are given, to be looked at.</summary>
    public static void AddDemoCouriers(this IServiceCollection services)
    {
        services.AddSingleton<DemoOutbox>();
        foreach (var way in (string[])[CourierWays.Mail, CourierWays.Text, CourierWays.Call, NowhereCourier.Way])
        {
            services.AddSingleton<ICourier>(provider => new DemoCourier(way, provider.GetRequiredService<DemoOutbox>()));
        }
    }
}
