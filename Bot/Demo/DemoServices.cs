using ResetBot.Bot.Couriers;

namespace ResetBot.Bot.Demo;

/// <summary>The demonstration's part of the host.</summary>
internal static class DemoServices
{
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
