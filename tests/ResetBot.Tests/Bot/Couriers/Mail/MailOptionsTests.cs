using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ResetBot.Bot.Couriers.Mail;
using Xunit;

namespace ResetBot.Tests.Bot.Couriers.Mail;

public sealed class MailOptionsTests
{
    [Fact]
    public void The_defaults_are_as_documented()
    {
        var options = new MailOptions();

        Assert.Equal("", options.Host);
        Assert.Equal(587, options.Port);
        Assert.Equal(MailSecurity.StartTls, options.Security);
        Assert.Equal("", options.UserName);
        Assert.Equal("", options.Password);
        Assert.Equal("", options.From);
        Assert.Equal("", options.FromName);
        Assert.Equal("", options.TrustedCertificateFile);
        Assert.Equal(TimeSpan.FromSeconds(30), options.Timeout);
        Assert.Equal(4, options.Connections);
    }

    [Fact]
    public void A_host_and_a_sender_are_enough()
        => Assert.Equal("mail.contoso.example", Read(("Host", "mail.contoso.example"), ("From", "noreply@contoso.example")).Host);

    [Fact]
    public void Every_fault_is_listed_with_the_value_found_but_never_a_password()
    {
        var failure = Assert.Throws<OptionsValidationException>(() => Read(
            ("Host", "a b"),
            ("Port", "70000"),
            ("From", "Reset Bot"),
            ("FromName", "Reset\nBot"),
            ("Password", "hush"),
            ("TrustedCertificateFile", "nowhere.pem"),
            ("Timeout", "00:10:00"),
            ("Connections", "0")));

        Assert.Equal(
            [
                "Mail:Host is the relay's name; found 'a b'.",
                "Mail:Port is 1 to 65535; found 70000.",
                "Mail:From is one e-mail address; found 'Reset Bot'.",
                "Mail:FromName has no control characters; found some.",
                "Mail:UserName and Mail:Password go together; found none and one.",
                "Mail:TrustedCertificateFile is a PEM file with at least one certificate; found 'nowhere.pem'.",
                "Mail:Timeout is 00:00:01 to 00:05:00; found 00:10:00.",
                "Mail:Connections is 1 to 32; found 0.",
            ],
            failure.Failures);
    }

    private static MailOptions Read(params (string Name, string Value)[] settings)
    {
        var section = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create<string, string?>(setting.Name, setting.Value)))
            .Build();
        using var services = new ServiceCollection().AddMailCourier(section).BuildServiceProvider();
        return services.GetRequiredService<IOptions<MailOptions>>().Value;
    }
}
