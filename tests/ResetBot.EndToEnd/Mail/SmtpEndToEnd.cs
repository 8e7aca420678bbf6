using ResetBot.Testing.Conversations;
using ResetBot.Testing.Mail;
using Xunit;

namespace ResetBot.EndToEnd.Mail;

/// <summary>Codes by e-mail, from the chat through the whole service to a real SMTP server with STARTTLS and authentication.</summary>
public sealed class SmtpEndToEnd
{
    private readonly Person _person = Person.Generated(0);

    [Fact]
    public async Task A_code_arrives_by_mail_and_in_the_demo_outbox_and_works()
    {
        await using var server = await SmtpServer.StartAsync();
        await using var bot = await StartAsync(server);
        var chat = bot.Chat(_person);
        await chat.Says("reset").Sees("step 1 of 2").Says("email").Sees("Type the code", "E-mail");
        var code = await bot.Outbox.CodeAsync(_person.Email);

        var mail = Assert.Single(server.Received());
        Assert.Equal(_person.Email, Assert.Single(mail.To.Mailboxes).Address);
        Assert.Equal("resetbot@contoso.example", Assert.Single(mail.From.Mailboxes).Address);
        Assert.Equal("Your ResetBot code", mail.Subject);
        Assert.Contains(code, mail.TextBody, StringComparison.Ordinal);
        Assert.Equal(["AUTH tls", "MAIL tls", "RCPT tls"], server.Commands());
        await chat.Says(code).Sees("That is right");
    }

    [Fact]
    public async Task A_recipient_that_the_relay_refuses_is_a_dead_letter_and_the_person_goes_on_with_another_method()
    {
        await using var server = await SmtpServer.StartAsync();
        await using var bot = await StartAsync(server);
        var chat = bot.Chat(Person.Isaiah);
        await chat.BeginsToRegisterAsync();
        await chat.Says("email").Sees("Which e-mail address?").Says("reject.isaiah@example.org").Sees("Type the code");
        Assert.Contains("The relay answered 550.", await bot.LogsAsync("is a dead letter"), StringComparison.Ordinal);

        await chat.Says("other method").Sees("Register a method");
        await chat.AddsMobileAsync(bot.Outbox, "+46701234567");
        Assert.Empty(await bot.Outbox.ToAsync("reject.isaiah@example.org"));
        Assert.DoesNotContain(server.Received(), mail => mail.To.ToString().Contains("reject", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_relay_whose_certificate_names_another_gets_nothing_and_is_tried_again()
    {
        await using var server = await SmtpServer.StartAsync(certifiedName: "elsewhere.example");
        await using var bot = await StartAsync(server);
        var chat = bot.Chat(_person);
        await chat.Says("reset").Sees("step 1 of 2").Says("email").Sees("Type the code", "E-mail");
        await bot.LogsAsync("No mail can be sent");
        await bot.LogsAsync("after attempt 2");

        Assert.Empty(server.Commands());
        Assert.Empty(server.Received());
        Assert.Empty(await bot.Outbox.ToAsync(_person.Email));
        await chat.Says("other method").Sees("step 1 of 2").Says("sms").Sees("Type the code", "Text message");
        await chat.Says(() => bot.Outbox.CodeAsync(_person.Mobile)).Sees("That is right");
    }

    private static Task<ChatProcess> StartAsync(SmtpServer server) => ChatProcess.StartAsync(
        $"Mail:Host={server.Host}",
        $"Mail:Port={server.Port}",
        $"Mail:UserName={SmtpServer.UserName}",
        $"Mail:Password={SmtpServer.Password}",
        $"Mail:TrustedCertificateFile={server.AuthorityFile}",
        "Mail:From=resetbot@contoso.example");
}
