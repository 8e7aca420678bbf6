using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using ResetBot.Bot.Couriers;
using ResetBot.Bot.Couriers.Sms;
using ResetBot.Testing.Sms;

namespace ResetBot.Tests.Bot.Couriers.Sms;

/// <summary>A gateway, and the couriers that a configuration makes for it.</summary>
internal sealed class GatewayScene : IAsyncDisposable
{
    private readonly CourierScene _scene = new();

    private GatewayScene(SmsGateway gateway) => Gateway = gateway;

    public SmsGateway Gateway { get; }

    public FakeTimeProvider Time => _scene.Time;

    public CourierLog Log => _scene.Log;

    public static async Task<GatewayScene> StartAsync() => new(await SmsGateway.StartNewAsync());

    /// <summary>The couriers of the gateway's address and secret, unless a setting says something else.</summary>
    public IEnumerable<ICourier> Couriers(params (string Name, string Value)[] settings) => _scene
        .Make((services, section) => services.AddSmsCourier(section), [("Url", Gateway.Url.ToString()), ("Secret", SmsGateway.Secret)], settings)
        .GetServices<ICourier>();

    public async ValueTask DisposeAsync()
    {
        _scene.Dispose();
        await Gateway.DisposeAsync();
    }
}
