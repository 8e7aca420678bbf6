using Microsoft.Extensions.Logging;
using ResetBot.Bot.Outbox;
using Xunit;

namespace ResetBot.Tests.Bot.Couriers.Mail;

public sealed class SmtpCourierFailureTests : SmtpCourierParts
{
    [Fact]
    public async Task A_relay_with_a_certificate_of_another_authority_gets_nothing()
    {
        var server = await ServerAsync();
        var stranger = await ServerAsync();

        var delivery = await Courier(server, ("TrustedCertificateFile", stranger.AuthorityFile)).SendAsync(Message, default);

        AssertNothingSent(server, delivery);
    }

    [Fact]
    public async Task A_relay_with_a_certificate_that_the_system_does_not_trust_gets_nothing()
    {
        var server = await ServerAsync();

        var delivery = await Courier(server, ("TrustedCertificateFile", "")).SendAsync(Message, default);

        AssertNothingSent(server, delivery);
    }

    [Fact]
    public async Task A_relay_with_a_certificate_for_another_name_gets_nothing()
    {
        var server = await ServerAsync(certifiedName: "mail.contoso.example");

        var delivery = await Courier(server).SendAsync(Message, default);

        AssertNothingSent(server, delivery);
    }

    [Fact]
    public async Task A_relay_that_offers_no_TLS_gets_nothing()
    {
        var server = await ServerAsync("plain");

        var delivery = await Courier(server).SendAsync(Message, default);

        AssertNothingSent(server, delivery);
    }

    [Fact]
    public async Task A_wrong_password_of_ours_makes_the_message_wait_and_the_operator_hear()
    {
        var server = await ServerAsync();

        var delivery = await Courier(server, ("Password", "wrong")).SendAsync(Message, default);

        Assert.Equal(new Delivery.Retry(null, "The relay did not take our sign-in."), delivery);
        Assert.Contains(_log.Lines, line => line.Level == LogLevel.Critical);
        Assert.Empty(server.Received());
    }

    [Fact]
    public async Task Not_signing_in_where_it_is_asked_makes_the_message_wait_and_the_operator_hear()
    {
        var server = await ServerAsync();

        var delivery = await Courier(server, ("UserName", ""), ("Password", "")).SendAsync(Message, default);

        Assert.IsType<Delivery.Retry>(delivery);
        Assert.Contains(_log.Lines, line => line.Level == LogLevel.Critical);
    }

    [Theory]
    [InlineData("reject@home.example", "The relay answered 550.")]
    [InlineData("not an address", "It is not an e-mail address.")]
    [InlineData("alex@home.example, eve@evil.example", "It is not an e-mail address.")]
    [InlineData("alex@home.example\r\nBcc: eve@evil.example", "It is not an e-mail address.")]
    [InlineData("Alex <alex@home.example>", "It is not an e-mail address.")]
    [InlineData("alex", "It is not an e-mail address.")]
    [InlineData("", "It is not an e-mail address.")]
    public async Task A_recipient_that_never_works_is_refused_for_good(string to, string why)
    {
        var server = await ServerAsync();

        var delivery = await Courier(server).SendAsync(Message with { To = to }, default);

        Assert.Equal(new Delivery.Refused(why), delivery);
        Assert.Empty(server.Received());
    }

    [Fact]
    public async Task A_refused_content_is_refused_for_good()
    {
        var server = await ServerAsync();

        var delivery = await Courier(server).SendAsync(Message with { Text = "REJECT-CONTENT" }, default);

        Assert.Equal(new Delivery.Refused("The relay answered 554."), delivery);
    }

    [Fact]
    public async Task A_deferred_recipient_is_tried_again()
    {
        var server = await ServerAsync();

        var delivery = await Courier(server).SendAsync(Message with { To = "defer@home.example" }, default);

        Assert.Equal(new Delivery.Retry(null, "The relay answered 451."), delivery);
    }

    [Fact]
    public async Task A_relay_that_is_down_is_tried_again()
    {
        var server = await ServerAsync();
        var courier = Courier(server);
        await server.StopAsync();

        Assert.Equal(
            new Delivery.Retry(null, "The relay could not be reached, or the connection broke."), await courier.SendAsync(Message, default));
    }

    [Fact]
    public async Task A_relay_that_stops_answering_is_tried_again()
    {
        var server = await ServerAsync();

        var delivery = await Courier(server, ("Timeout", "00:00:02")).SendAsync(Message with { To = "stall@home.example" }, default);

        Assert.Equal(new Delivery.Retry(null, "The relay did not answer in time."), delivery);
    }

    [Fact]
    public async Task Stopping_the_service_is_no_delivery_at_all()
    {
        var server = await ServerAsync();
        using var stopping = new CancellationTokenSource(TimeSpan.FromSeconds(1));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Courier(server).SendAsync(Message with { To = "stall@home.example" }, stopping.Token));
    }
}
