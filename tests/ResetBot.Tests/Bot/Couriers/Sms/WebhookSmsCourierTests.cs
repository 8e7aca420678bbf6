using ResetBot.Bot.Couriers;
using ResetBot.Bot.Outbox;
using ResetBot.Testing.Sms;
using Xunit;

namespace ResetBot.Tests.Bot.Couriers.Sms;

public sealed class WebhookSmsCourierTests : IAsyncLifetime
{
    private static readonly CourierMessage Message = new("m-1", "sms", "+46701234567", "", "314159 är din kod 🙈", "sv");

    private GatewayScene _scene = null!;

    public async ValueTask InitializeAsync() => _scene = await GatewayScene.StartAsync();

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public async Task A_message_arrives_whole_and_signed()
    {
        var delivery = await Courier().SendAsync(Message, default);

        Assert.Equal(new Delivery.Delivered(null), delivery);
        Assert.Equal(new SmsReceived("+46701234567", "314159 är din kod 🙈", "m-1", Language: "sv"), Assert.Single(_scene.Gateway.Received));
    }

    [Fact]
    public async Task A_message_signed_with_another_secret_is_not_taken()
    {
        var delivery = await Courier(("Secret", "another-secret-with-32-characters")).SendAsync(Message, default);

        Assert.Equal(new Delivery.Refused("The gateway answered 401."), delivery);
        Assert.Empty(_scene.Gateway.Received);
    }

    [Fact]
    public async Task While_the_secret_is_changed_both_sign()
    {
        var courier = Courier(("Secret", "another-secret-with-32-characters"), ("PreviousSecret", SmsGateway.Secret));

        Assert.IsType<Delivery.Delivered>(await courier.SendAsync(Message, default));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(202)]
    [InlineData(204)]
    public async Task Any_success_is_a_delivery(int status)
    {
        _scene.Gateway.AnswerNext(status);

        Assert.IsType<Delivery.Delivered>(await Courier().SendAsync(Message, default));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(410)]
    [InlineData(422)]
    public async Task A_fault_of_the_message_is_refused_for_good(int status)
    {
        _scene.Gateway.AnswerNext(status);

        Assert.Equal(new Delivery.Refused($"The gateway answered {status}."), await Courier().SendAsync(Message, default));
    }

    [Theory]
    [InlineData(302)]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_fault_that_may_pass_is_tried_again(int status)
    {
        _scene.Gateway.AnswerNext(status, ("Location", "/elsewhere"));

        Assert.Equal(new Delivery.Retry(null, $"The gateway answered {status}."), await Courier().SendAsync(Message, default));
        Assert.Single(_scene.Gateway.Received);
    }

    [Theory]
    [InlineData("120", 120)]
    [InlineData("Mon, 02 Mar 2026 08:05:00 GMT", 300)]
    [InlineData("Mon, 02 Mar 2026 07:00:00 GMT", 0)]
    [InlineData("99999999", 86400)]
    public async Task The_gateway_says_when_to_come_back(string retryAfter, int seconds)
    {
        _scene.Gateway.AnswerNext(429, ("Retry-After", retryAfter));

        var retry = Assert.IsType<Delivery.Retry>(await Courier().SendAsync(Message, default));

        Assert.Equal(TimeSpan.FromSeconds(seconds), retry.After);
    }

    [Fact]
    public async Task A_gateway_that_does_not_answer_is_tried_again()
    {
        _scene.Gateway.AnswerNext(context =>
        {
            _scene.Time.Advance(TimeSpan.FromSeconds(11));
            return Task.Delay(Timeout.Infinite, context.RequestAborted);
        });

        Assert.Equal(new Delivery.Retry(null, "The gateway did not answer in time."), await Courier().SendAsync(Message, default));
    }

    [Fact]
    public async Task A_gateway_that_is_down_is_tried_again()
    {
        var courier = Courier();
        await _scene.Gateway.DisposeAsync();

        Assert.IsType<Delivery.Retry>(await courier.SendAsync(Message, default));
    }

    [Fact]
    public async Task The_log_tells_neither_the_text_nor_the_number()
    {
        await Courier().SendAsync(Message, default);

        Assert.NotEmpty(_scene.Log.Lines);
        Assert.DoesNotContain(_scene.Log.Lines, line => line.Text.Contains("314159", StringComparison.Ordinal));
        Assert.DoesNotContain(_scene.Log.Lines, line => line.Text.Contains("0701234567"[1..], StringComparison.Ordinal));
    }

    private ICourier Courier(params (string Name, string Value)[] settings) => _scene.Couriers(settings).Single(courier => courier.Via == "sms");
}
