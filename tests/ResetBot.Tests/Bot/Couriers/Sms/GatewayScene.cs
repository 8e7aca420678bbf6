using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using ResetBot.Bot.Couriers;
using ResetBot.Bot.Couriers.Sms;
using ResetBot.Testing.Sms;

namespace ResetBot.Tests.Bot.Couriers.Sms;

/// <summary>A gateway, and the couriers that a configuration makes for it.</summary>
internal sealed class GatewayScene : IAsyncDisposable
{
    private readonly List<ServiceProvider> _services = [];

    private GatewayScene(SmsGateway gateway) => Gateway = gateway;

    public SmsGateway Gateway { get; }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));

    public CourierLog Log { get; } = new();

    public static async Task<GatewayScene> StartAsync() => new(await SmsGateway.StartAsync());

    /// <summary>The couriers of the gateway's address and secret, unless a setting says something else.</summary>
    public IEnumerable<ICourier> Couriers(params (string Name, string Value)[] settings)
    {
        var values = new Dictionary<string, string?> { ["Url"] = Gateway.Url.ToString(), ["Secret"] = SmsGateway.Secret };
        foreach (var (name, value) in settings)
        {
            values[name] = value;
        }

        var services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Time)
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log))
            .AddSmsCourier(new ConfigurationBuilder().AddInMemoryCollection(values).Build())
            .BuildServiceProvider();
        _services.Add(services);
        return services.GetServices<ICourier>();
    }

    public async ValueTask DisposeAsync()
    {
        _services.ForEach(services => services.Dispose());
        await Gateway.DisposeAsync();
        Log.Dispose();
    }
}
