using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ResetBot.Bot.Couriers;
using ResetBot.Bot.Couriers.Sms;
using ResetBot.Bot.Outbox;
using ResetBot.Testing.Sms;
using Xunit;

namespace ResetBot.Tests.Bot.Couriers.Sms;

public sealed class KnownGatewayTests : IAsyncLifetime
{
    private static readonly CourierMessage Message = new("m-1", "sms", "+46701234567", "", "314159 är din kod 🙈 & mer=så", "sv");

    private readonly CourierScene _scene = new();
    private KnownGateways _gateways = null!;

    public async ValueTask InitializeAsync() => _gateways = await KnownGateways.StartNewAsync();

    public async ValueTask DisposeAsync()
    {
        await _gateways.DisposeAsync();
        _scene.Dispose();
    }

    [Theory]
    [InlineData("Twilio", "+15550100", "number +15550100")]
    [InlineData("Twilio", "MG0123456789abcdef0123456789abcdef", "service MG0123456789abcdef0123456789abcdef")]
    [InlineData("Azure", "+15550100", "+15550100")]
    public async Task A_message_arrives_whole_by_a_request_that_proves_itself(string gateway, string from, string said)
    {
        Assert.Equal(new Delivery.Delivered(null), await Courier(gateway, ("Twilio:From", from), ("Azure:From", from)).SendAsync(Message, default));
        var received = Assert.Single(_gateways.Received);
        Assert.Equal((Message.To, Message.Text), (received.To, received.Text));
        Assert.Equal(said, _gateways.From);
    }

    [Theory]
    [InlineData("Twilio", "The gateway answered 401 (Twilio 20003).")]
    [InlineData("Azure", "The gateway answered 401.")]
    public async Task A_wrong_key_sends_nothing(string gateway, string why)
    {
        var courier = Courier(gateway, ("Twilio:Secret", "wrong"), ("Azure:AccessKey", "d3Jvbmc="));
        Assert.Equal(new Delivery.Refused(why), await courier.SendAsync(Message, default));
        Assert.Empty(_gateways.Received);
    }

    [Fact]
    public async Task A_number_that_Twilio_does_not_take_is_refused_for_good_and_told_by_its_code_alone()
    {
        _gateways.AnswerNext(400, new JsonObject { ["code"] = 21211, ["message"] = "The 'To' number +46701234567 is not valid", ["status"] = 400 });
        Assert.Equal(new Delivery.Refused("The gateway answered 400 (Twilio 21211)."), await Courier("Twilio").SendAsync(Message, default));
        Assert.DoesNotContain(_scene.Log.Lines, line => line.Text.Contains("701234567", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Twilio", 429)]
    [InlineData("Twilio", 503)]
    [InlineData("Azure", 429)]
    [InlineData("Azure", 503)]
    public async Task What_may_pass_is_tried_again_when_the_gateway_says(string gateway, int status)
    {
        _gateways.AnswerNext(status, [], retryAfter: "7");
        var retry = Assert.IsType<Delivery.Retry>(await Courier(gateway).SendAsync(Message, default));
        Assert.Equal(TimeSpan.FromSeconds(7), retry.After);
    }

    [Theory]
    [InlineData(400, typeof(Delivery.Refused))]
    [InlineData(429, typeof(Delivery.Retry))]
    [InlineData(500, typeof(Delivery.Retry))]
    public async Task Azure_answers_202_also_when_the_message_failed(int status, Type becomes)
    {
        _gateways.AnswerNext(status);
        Assert.IsType(becomes, await Courier("Azure").SendAsync(Message, default));
        Assert.Empty(_gateways.Received);
    }

    [Fact]
    public async Task A_message_whose_answer_was_lost_is_not_doubled_by_Azure()
    {
        var courier = Courier("Azure");
        await courier.SendAsync(Message, default);
        await courier.SendAsync(Message, default);
        await courier.SendAsync(Message with { Id = "m-2" }, default);
        Assert.Equal(2, _gateways.Received.Count);
    }

    [Theory]
    [InlineData("Twilio", "[]")]
    [InlineData("Azure", "{\"value\":[]}")]
    [InlineData("Azure", "{\"value\":7}")]
    public async Task An_answer_that_says_nothing_is_no_delivery(string gateway, string body)
    {
        _gateways.AnswerNext(gateway == "Azure" ? 202 : 400, JsonNode.Parse(body) as JsonObject ?? []);
        Assert.IsNotType<Delivery.Delivered>(await Courier(gateway).SendAsync(Message, default));
    }

    [Theory]
    [InlineData("Twilio:AccountSid", "AC12")]
    [InlineData("Twilio:ApiKey", "key")]
    [InlineData("Twilio:From", "MG1")]
    [InlineData("Twilio:Url", "http://api.twilio.com")]
    [InlineData("Twilio:Secret", "")]
    [InlineData("Azure:Endpoint", "http://contoso.communication.azure.com")]
    [InlineData("Azure:AccessKey", "not base 64")]
    [InlineData("Azure:From", "")]
    [InlineData("VoiceUrl", "https://calls.contoso.example")]
    public void What_cannot_work_is_told_at_start(string setting, string value)
    {
        var gateway = setting.StartsWith("Azure", StringComparison.Ordinal) ? "Azure" : "Twilio";
        var fault = Assert.Throws<OptionsValidationException>(() => Courier(gateway, (setting, value)));
        Assert.Contains("Sms:" + (setting == "VoiceUrl" ? "Secret" : setting), Assert.Single(fault.Failures), StringComparison.Ordinal);
    }

    private ICourier Courier(string gateway, params (string Name, string Value)[] settings) => _scene
        .Make(
            (services, section) => services.AddSmsCourier(section),
            [
                ("Gateway", gateway),
                ("Twilio:AccountSid", KnownGateways.AccountSid),
                ("Twilio:Secret", KnownGateways.TwilioSecret),
                ("Twilio:From", "+15550100"),
                ("Twilio:Url", _gateways.Address.ToString()),
                ("Azure:Endpoint", _gateways.Address.ToString()),
                ("Azure:AccessKey", KnownGateways.AzureKey),
                ("Azure:From", "+15550100"),
            ],
            settings)
        .GetServices<ICourier>()
        .First();
}
