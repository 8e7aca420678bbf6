using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ResetBot.Bot.Outbox;
using Xunit;

namespace ResetBot.Tests.Bot.Couriers.Mail;

public sealed class SmtpCourierTests : SmtpCourierParts
{
    [Theory]
    [InlineData("starttls", "StartTls")]
    [InlineData("tls", "Tls")]
    public async Task A_message_is_delivered_over_TLS_by_a_signed_in_sender(string mode, string security)
    {
        var server = await ServerAsync(mode);

        var delivery = await Courier(server, ("Security", security)).SendAsync(Message, default);

        Assert.Equal(new Delivery.Delivered("m-1@contoso.example"), delivery);
        Assert.Equal(["AUTH tls", "MAIL tls", "RCPT tls"], server.Commands());
        AssertWhole(Assert.Single(server.Received()));
    }

    [Fact]
    public async Task A_sender_that_is_named_goes_before_the_name_of_the_service()
    {
        var server = await ServerAsync();

        await Courier(server, ("FromName", "Contoso IT")).SendAsync(Message, default);

        Assert.Equal("Contoso IT", Assert.Single(Assert.Single(server.Received()).From.Mailboxes).Name);
    }

    [Fact]
    public async Task Twenty_messages_at_once_are_all_delivered()
    {
        var server = await ServerAsync();
        var courier = Courier(server);

        var deliveries = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => courier.SendAsync(Message with { Id = $"m-{i}" }, default)));

        Assert.All(deliveries, delivery => Assert.IsType<Delivery.Delivered>(delivery));
        Assert.Equal(20, server.Received().Select(mail => mail.MessageId).Distinct().Count());
    }

    [Fact]
    public async Task An_address_with_letters_beyond_ASCII_is_written_to()
    {
        var server = await ServerAsync();

        Assert.IsType<Delivery.Delivered>(await Courier(server).SendAsync(Message with { To = "åsa@home.example" }, default));
    }

    [Fact]
    public async Task A_subject_cannot_begin_another_header()
    {
        var server = await ServerAsync();

        await Courier(server).SendAsync(Message with { Subject = "Hello\r\nBcc: eve@evil.example\r\n\r\nbody" }, default);

        var mail = Assert.Single(server.Received());
        Assert.Empty(mail.Bcc);
        Assert.Equal("Hello  Bcc: eve@evil.example    body", mail.Subject);
        Assert.Equal(3, server.Commands().Count);
    }

    [Fact]
    public async Task The_log_tells_neither_the_text_nor_the_address()
    {
        var server = await ServerAsync();
        var courier = Courier(server);

        await courier.SendAsync(Message, default);
        await courier.SendAsync(Message with { To = "reject@home.example" }, default);

        Assert.NotEmpty(_log.Lines);
        Assert.DoesNotContain(_log.Lines, line => line.Text.Contains("314159", StringComparison.Ordinal));
        Assert.DoesNotContain(_log.Lines, line => line.Text.Contains("alex@", StringComparison.Ordinal));
        Assert.DoesNotContain(_log.Lines, line => line.Text.Contains("reject@", StringComparison.Ordinal));
    }
}
