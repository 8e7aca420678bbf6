using ResetBot.Bot.Couriers;
using ResetBot.Bot.Outbox;
using ResetBot.Testing.Sms;
using Xunit;

namespace ResetBot.Tests.Bot.Couriers.Sms;

/// <summary>Calls go to the gateway as text messages do: whole, signed, and told apart from them.</summary>
public sealed class WebhookCallTests : IAsyncLifetime
{
    private const string Words = "Din kod är: 3, 1, 4, 1, 5, 9.";

    private GatewayScene _scene = null!;

    public async ValueTask InitializeAsync() => _scene = await GatewayScene.StartAsync();

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Theory]
    [InlineData("+46701234567", "+46701234567", null)]
    [InlineData("+46846500410;ext=17", "+46846500410", "17")]
    public async Task A_call_arrives_whole_and_signed_with_its_language_and_extension(string to, string number, string? extension)
    {
        var delivery = await Caller().SendAsync(new("m-1", "voice", to, "", Words, "sv"), default);

        Assert.Equal(new Delivery.Delivered(null), delivery);
        Assert.Equal(new SmsReceived(number, Words, "m-1", "call", "sv", extension), Assert.Single(_scene.Gateway.Received));
    }

    [Fact]
    public async Task A_call_that_is_signed_with_another_secret_is_not_made()
    {
        Assert.Equal(
            new Delivery.Refused("The gateway answered 401."),
            await Caller(("Secret", "another-secret-with-32-characters")).SendAsync(new("m-1", "voice", "+46701234567", "", Words), default));
        Assert.Empty(_scene.Gateway.Received);
    }

    [Fact]
    public async Task A_gateway_that_is_busy_is_asked_again()
    {
        _scene.Gateway.AnswerNext(503, ("Retry-After", "30"));

        var retry = Assert.IsType<Delivery.Retry>(await Caller().SendAsync(new("m-1", "voice", "+46701234567", "", Words), default));

        Assert.Equal(TimeSpan.FromSeconds(30), retry.After);
    }

    [Fact]
    public void Without_an_address_for_calls_nothing_carries_them()
    {
        Assert.Equal(["sms"], Couriers(("VoiceUrl", "")).Select(courier => courier.Via));
        Assert.Equal(["sms", "voice"], Couriers().Select(courier => courier.Via));
    }

    [Fact]
    public async Task The_log_tells_neither_the_words_nor_the_number()
    {
        await Caller().SendAsync(new("m-1", "voice", "+46846500410;ext=17", "", Words), default);

        Assert.Contains(_scene.Log.Lines, line => line.Text.StartsWith("Call m-1 to ***", StringComparison.Ordinal));
        Assert.DoesNotContain(_scene.Log.Lines, line => line.Text.Contains("1, 4, 1", StringComparison.Ordinal) || line.Text.Contains("8465004", StringComparison.Ordinal));
    }

    private ICourier Caller(params (string Name, string Value)[] settings) =>
        Couriers(settings).Single(courier => courier.Via == "voice");

    private IEnumerable<ICourier> Couriers(params (string Name, string Value)[] settings) =>
        _scene.Couriers([("VoiceUrl", _scene.Gateway.VoiceUrl.ToString()), .. settings]);
}
