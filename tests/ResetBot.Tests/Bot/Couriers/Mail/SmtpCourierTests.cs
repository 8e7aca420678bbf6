using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MimeKit;
using ResetBot.Bot.Couriers;
using ResetBot.Bot.Couriers.Mail;
using ResetBot.Bot.Outbox;
using ResetBot.Testing.Mail;
using Xunit;

namespace ResetBot.Tests.Bot.Couriers.Mail;

public sealed class SmtpCourierTests : IAsyncDisposable
{
    private const string Text = "Your code is 314159.\nÅäö 🙈\n.\nNever read it out to anyone.";
    private static readonly CourierMessage Message = new("m-1", "email", "alex@home.example", "Din kod är här", Text);

    private readonly CourierLog _log = new();
    private readonly List<IAsyncDisposable> _parts = [];

    public async ValueTask DisposeAsync()
    {
        foreach (var part in _parts)
        {
            await part.DisposeAsync();
        }

        _log.Dispose();
    }

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
    public async Task Twenty_messages_at_once_are_all_delivered()
    {
        var server = await ServerAsync();
        var courier = Courier(server);

        var deliveries = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => courier.SendAsync(Message with { Id = $"m-{i}" }, default)));

        Assert.All(deliveries, delivery => Assert.IsType<Delivery.Delivered>(delivery));
        Assert.Equal(20, server.Received().Select(mail => mail.MessageId).Distinct().Count());
    }

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

    private void AssertNothingSent(SmtpServer server, Delivery delivery)
    {
        Assert.IsType<Delivery.Retry>(delivery);
        Assert.Empty(server.Commands());
        Assert.Empty(server.Received());
        Assert.Contains(_log.Lines, line => line.Level == LogLevel.Critical);
    }

    private static void AssertWhole(MimeMessage mail)
    {
        Assert.Equal("\"ResetBot\" <noreply@contoso.example>", mail.From.ToString());
        Assert.Equal("alex@home.example", mail.To.ToString());
        Assert.Equal("Din kod är här", mail.Subject);
        Assert.Equal("m-1@contoso.example", mail.MessageId);
        Assert.Equal("auto-generated", mail.Headers["Auto-Submitted"]);
        Assert.NotEqual(default, mail.Date);
        Assert.NotNull(mail.Body);
        Assert.True(mail.Body.ContentType.IsMimeType("text", "plain"));
        Assert.Equal("utf-8", mail.Body.ContentType.Charset);
        Assert.Equal(Text, mail.TextBody?.ReplaceLineEndings("\n").TrimEnd('\n'));
    }

    private async Task<SmtpServer> ServerAsync(string mode = "starttls", string certifiedName = "localhost")
    {
        var server = await SmtpServer.StartAsync(mode, certifiedName);
        _parts.Add(server);
        return server;
    }

    private ICourier Courier(SmtpServer server, params (string Name, string Value)[] settings)
    {
        var values = new Dictionary<string, string?>
        {
            ["Host"] = server.Host,
            ["Port"] = $"{server.Port}",
            ["UserName"] = SmtpServer.UserName,
            ["Password"] = SmtpServer.Password,
            ["From"] = "noreply@contoso.example",
            ["TrustedCertificateFile"] = server.AuthorityFile,
        };
        foreach (var (name, value) in settings)
        {
            values[name] = value;
        }

        var services = new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddLogging(logging => logging.AddProvider(_log))
            .AddMailCourier(new ConfigurationBuilder().AddInMemoryCollection(values).Build())
            .BuildServiceProvider();
        _parts.Add(services);
        return services.GetRequiredService<ICourier>();
    }
}
