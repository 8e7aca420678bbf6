using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ResetBot.Bot.Couriers.Sms;
using Xunit;

namespace ResetBot.Tests.Bot.Couriers.Sms;

public sealed class SmsOptionsTests
{
    private const string Secret = "a-shared-secret-of-32-characters";

    [Fact]
    public void The_defaults_are_as_documented()
    {
        var options = new SmsOptions();

        Assert.Null(options.Url);
        Assert.Null(options.VoiceUrl);
        Assert.Equal("", options.Secret);
        Assert.Equal("", options.PreviousSecret);
        Assert.Equal(TimeSpan.FromSeconds(10), options.Timeout);
    }

    [Theory]
    [InlineData("https://gateway.example/send")]
    [InlineData("http://127.0.0.1:8080/send")]
    [InlineData("http://localhost/send")]
    public void A_protected_address_and_a_long_secret_are_enough(string url)
        => Assert.Equal(url, Read(("Url", url), ("Secret", Secret)).Url?.ToString());

    [Theory]
    [InlineData("http://gateway.example/send")]
    [InlineData("ftp://gateway.example/send")]
    [InlineData("/send")]
    public void An_unprotected_address_is_refused(string url)
        => Assert.Equal(
            [$"Sms:Url is an https address (http on loopback only); found '{url}'."],
            Assert.Throws<OptionsValidationException>(() => Read(("Url", url), ("Secret", Secret))).Failures);

    [Fact]
    public void Every_fault_is_listed_with_the_value_found_but_never_a_secret()
        => Assert.Equal(
            [
                "Sms:Url is an https address (http on loopback only); found ''.",
                "Sms:VoiceUrl is an https address (http on loopback only), or none; found 'http://gateway.example/call'.",
                "Sms:Secret has 32 characters or more; found 4.",
                "Sms:PreviousSecret has 32 characters or more, or none; found 3.",
                "Sms:Timeout is 00:00:01 to 00:01:00; found 00:00:00.",
            ],
            Assert.Throws<OptionsValidationException>(
                () => Read(("VoiceUrl", "http://gateway.example/call"), ("Secret", "hush"), ("PreviousSecret", "hsh"), ("Timeout", "0"))).Failures);

    private static SmsOptions Read(params (string Name, string Value)[] settings)
    {
        var section = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create<string, string?>(setting.Name, setting.Value)))
            .Build();
        using var services = new ServiceCollection().AddSmsCourier(section).BuildServiceProvider();
        return services.GetRequiredService<IOptions<SmsOptions>>().Value;
    }
}
