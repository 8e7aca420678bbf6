using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using ResetBot.Bot.Couriers;
using ResetBot.Bot.Couriers.Sms;
using ResetBot.Bot.Outbox;
using ResetBot.Testing.Sms;
using Xunit;

namespace ResetBot.Tests.Bot.Couriers.Sms;

/// <summary>Calls go to the gateway as text messages do: whole, signed, and told apart from them.</summary>
public sealed class WebhookCallTests : IAsyncLifetime
{
    private const string Words = "Din kod är: 3, 1, 4, 1, 5, 9.";

    private readonly CourierLog _log = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));
    private readonly List<ServiceProvider> _services = [];
    private SmsGateway _gateway = null!;

    public async ValueTask InitializeAsync() => _gateway = await SmsGateway.StartAsync();

    public async ValueTask DisposeAsync()
    {
        _services.ForEach(services => services.Dispose());
        await _gateway.DisposeAsync();
        _log.Dispose();
    }

    [Theory]
    [InlineData("+46701234567", "+46701234567", null)]
    [InlineData("+46846500410;ext=17", "+46846500410", "17")]
    public async Task A_call_arrives_whole_and_signed_with_its_language_and_extension(string to, string number, string? extension)
    {
        var delivery = await Caller().SendAsync(new("m-1", "voice", to, "", Words, "sv"), default);

        Assert.Equal(new Delivery.Delivered(null), delivery);
        Assert.Equal(new SmsReceived(number, Words, "m-1", "call", "sv", extension), Assert.Single(_gateway.Received));
    }

    [Fact]
    public async Task A_call_that_is_signed_with_another_secret_is_not_made()
    {
        Assert.Equal(
            new Delivery.Refused("The gateway answered 401."),
            await Caller(("Secret", "another-secret-with-32-characters")).SendAsync(new("m-1", "voice", "+46701234567", "", Words), default));
        Assert.Empty(_gateway.Received);
    }

    [Fact]
    public async Task A_gateway_that_is_busy_is_asked_again()
    {
        _gateway.AnswerNext(503, ("Retry-After", "30"));

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

        Assert.Contains(_log.Lines, line => line.Text.StartsWith("Call m-1 to ***", StringComparison.Ordinal));
        Assert.DoesNotContain(_log.Lines, line => line.Text.Contains("1, 4, 1", StringComparison.Ordinal) || line.Text.Contains("8465004", StringComparison.Ordinal));
    }

    private ICourier Caller(params (string Name, string Value)[] settings) => Couriers(settings).Single(courier => courier.Via == "voice");

    private IEnumerable<ICourier> Couriers(params (string Name, string Value)[] settings)
    {
        var values = new Dictionary<string, string?>
        {
            ["Url"] = _gateway.Url.ToString(),
            ["VoiceUrl"] = _gateway.VoiceUrl.ToString(),
            ["Secret"] = SmsGateway.Secret,
        };
        foreach (var (name, value) in settings)
        {
            values[name] = value;
        }

        var services = new ServiceCollection()
            .AddSingleton<TimeProvider>(_time)
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_log))
            .AddSmsCourier(new ConfigurationBuilder().AddInMemoryCollection(values).Build())
            .BuildServiceProvider();
        _services.Add(services);
        return services.GetServices<ICourier>();
    }
}
