using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MimeKit;
using ResetBot.Bot.Couriers;
using ResetBot.Bot.Couriers.Mail;
using ResetBot.Bot.Look;
using ResetBot.Bot.Outbox;
using ResetBot.Dialogs.Common;
using ResetBot.Testing.Mail;
using Xunit;

namespace ResetBot.Tests.Bot.Couriers.Mail;

public abstract class SmtpCourierParts : IAsyncDisposable
{
    protected const string Text = "Your code is 314159.\nÅäö 🙈\n.\nNever read it out to anyone.";
    protected static readonly CourierMessage Message = new("m-1", "email", "alex@home.example", "Din kod är här", Text);

    private protected readonly CourierLog _log = new();
    private readonly List<IAsyncDisposable> _parts = [];

    public async ValueTask DisposeAsync()
    {
        foreach (var part in _parts)
        {
            await part.DisposeAsync();
        }

        _log.Dispose();
        GC.SuppressFinalize(this);
    }

    protected void AssertNothingSent(SmtpServer server, Delivery delivery)
    {
        Assert.IsType<Delivery.Retry>(delivery);
        Assert.Empty(server.Commands());
        Assert.Empty(server.Received());
        Assert.Contains(_log.Lines, line => line.Level == LogLevel.Critical);
    }

    protected static void AssertWhole(MimeMessage mail)
    {
        Assert.Equal("\"ResetBot\" <noreply@contoso.example>", mail.From.ToString());
        Assert.Equal("alex@home.example", mail.To.ToString());
        Assert.Equal("Din kod är här", mail.Subject);
        Assert.Equal("m-1@contoso.example", mail.MessageId);
        Assert.Equal("auto-generated", mail.Headers["Auto-Submitted"]);
        Assert.NotEqual(default, mail.Date);
        Assert.NotNull(mail.Body);
        Assert.True(mail.Body.ContentType.IsMimeType("multipart", "alternative"));
        var parts = Assert.IsType<MultipartAlternative>(mail.Body);
        Assert.Equal(["text/plain", "text/html"], parts.Select(part => part.ContentType.MimeType));
        Assert.All(parts, part => Assert.Equal("utf-8", part.ContentType.Charset));
        Assert.Equal(Text + "\n\n-- \nResetBot", mail.TextBody?.ReplaceLineEndings("\n").TrimEnd('\n'));
        Assert.Contains("Åäö", mail.HtmlBody, StringComparison.Ordinal);
    }

    protected async Task<SmtpServer> ServerAsync(string mode = "starttls", string certifiedName = "localhost")
    {
        var server = await SmtpServer.StartAsync(mode, certifiedName);
        _parts.Add(server);
        return server;
    }

    protected ICourier Courier(SmtpServer server, params (string Name, string Value)[] settings)
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
            .AddSingleton(new HouseLook(new LookOptions(), new DialogOptions()))
            .AddLogging(logging => logging.AddProvider(_log))
            .AddMailCourier(new ConfigurationBuilder().AddInMemoryCollection(values).Build())
            .BuildServiceProvider();
        _parts.Add(services);
        return services.GetRequiredService<ICourier>();
    }
}
