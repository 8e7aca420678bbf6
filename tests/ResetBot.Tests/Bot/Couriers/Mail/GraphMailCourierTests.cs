using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ResetBot.Bot.Couriers;
using ResetBot.Bot.Couriers.Mail;
using ResetBot.Bot.Look;
using ResetBot.Bot.Outbox;
using ResetBot.Dialogs.Common;
using ResetBot.Testing.Mail;
using Xunit;

namespace ResetBot.Tests.Bot.Couriers.Mail;

public sealed class GraphMailCourierTests : IAsyncLifetime
{
    private static readonly CourierMessage Message =
        new("m-1", "email", "åsa@private.example", "Your code", "314159 is your code.\n\nNever read it out.", "en", "314159");

    private readonly CourierScene _scene = new();
    private GraphStandIn _graph = null!;

    public async ValueTask InitializeAsync() => _graph = await GraphStandIn.StartNewAsync();

    public async ValueTask DisposeAsync()
    {
        await _graph.DisposeAsync();
        _scene.Dispose();
    }

    [Fact]
    public async Task A_mail_is_handed_over_whole_and_nothing_of_it_stays_with_the_sender()
    {
        Assert.Equal(new Delivery.Delivered(null), await Courier().SendAsync(Message, default));
        var sent = Assert.Single(_graph.Sent);
        Assert.False(sent["saveToSentItems"]!.GetValue<bool>());
        var mail = sent["message"]!;
        Assert.Equal("Your code", mail["subject"]!.GetValue<string>());
        Assert.Equal("åsa@private.example", mail["toRecipients"]![0]!["emailAddress"]!["address"]!.GetValue<string>());
        Assert.Equal("HTML", mail["body"]!["contentType"]!.GetValue<string>());
        Assert.Contains("314159", mail["body"]!["content"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal((GraphStandIn.Sender, "Contoso"), (mail["from"]!["emailAddress"]!["address"]!.GetValue<string>(), mail["from"]!["emailAddress"]!["name"]!.GetValue<string>()));
        Assert.DoesNotContain(_scene.Log.Lines, line => line.Text.Contains("314159", StringComparison.Ordinal) || line.Text.Contains(Message.To, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(400, "ErrorInvalidRecipients", typeof(Delivery.Refused))]
    [InlineData(429, "ApplicationThrottled", typeof(Delivery.Retry))]
    [InlineData(503, "ServiceUnavailable", typeof(Delivery.Retry))]
    [InlineData(504, "GatewayTimeout", typeof(Delivery.Retry))]
    public async Task What_may_pass_is_tried_again_and_nothing_else(int status, string code, Type becomes)
    {
        _graph.AnswerNext(status, code, retryAfter: "11");
        var delivery = await Courier().SendAsync(Message, default);
        Assert.IsType(becomes, delivery);
        if (delivery is Delivery.Retry retry)
        {
            Assert.Equal(TimeSpan.FromSeconds(11), retry.After);
        }
    }

    [Fact]
    public async Task Without_a_token_it_waits_for_a_better_day()
    {
        Assert.IsType<Delivery.Retry>(await Courier(token: null).SendAsync(Message, default));
        Assert.Empty(_graph.Sent);
    }

    [Fact]
    public async Task What_the_installation_got_wrong_loses_no_mail()
    {
        Assert.IsType<Delivery.Retry>(await Courier(token: "of another day").SendAsync(Message, default));
        Assert.IsType<Delivery.Retry>(await Courier(settings: ("From", "somebody.else@contoso.example")).SendAsync(Message, default));
        _graph.AnswerNext(403, "ErrorAccessDenied");
        Assert.IsType<Delivery.Retry>(await Courier().SendAsync(Message, default));
    }

    [Theory]
    [InlineData("Graph:ClientId", "")]
    [InlineData("Graph:ClientSecret", "")]
    [InlineData("Graph:CertificatePath", "/run/both.pem")]
    [InlineData("Graph:Url", "http://graph.microsoft.com")]
    [InlineData("Host", "smtp.contoso.example")]
    [InlineData("From", "not an address")]
    public void What_cannot_work_is_told_at_start(string setting, string value) =>
        Assert.Throws<OptionsValidationException>(() => Courier(settings: (setting, value)));

    private ICourier Courier(string? token = GraphStandIn.Token, params (string Name, string Value)[] settings) => _scene
        .Make(
            (services, section) => services
                .AddSingleton(new HouseLook(new LookOptions(), new DialogOptions()))
                .AddMailCourier(section)
                .AddSingleton<IGraphTokens>(new FixedToken(token)),
            [
                ("Graph:TenantId", "contoso.example"),
                ("Graph:ClientId", "an-application"),
                ("Graph:ClientSecret", "a-secret"),
                ("Graph:Url", _graph.Address.ToString()),
                ("From", GraphStandIn.Sender),
                ("FromName", "Contoso"),
            ],
            settings)
        .GetRequiredService<ICourier>();

    private sealed class FixedToken(string? token) : IGraphTokens
    {
        public Task<string?> GetAsync(CancellationToken cancellation) => Task.FromResult(token);
    }
}
