using ResetBot.Recovery.Methods;
using Xunit;

namespace ResetBot.Tests.Recovery.Methods;

public sealed class MaskTests
{
    [Theory]
    [InlineData("anna@example.org", "a***@example.org")]
    [InlineData("a@example.org", "a***@example.org")]
    [InlineData("@example.org", "***")]
    [InlineData("anna", "***")]
    [InlineData("", "***")]
    public void An_address_shows_its_first_letter_and_its_domain(string address, string masked) => Assert.Equal(masked, Mask.Address(address));

    [Theory]
    [InlineData("+46701740605", "+46 *** 05")]
    [InlineData("12345", "***")]
    [InlineData("", "***")]
    public void A_number_shows_its_country_and_its_end(string number, string masked) => Assert.Equal(masked, Mask.Phone(number));

    [Theory]
    [InlineData(MethodKind.Sms, "+46701740605", "+46 *** 05")]
    [InlineData(MethodKind.VoiceMobile, "+46701740605", "+46 *** 05")]
    [InlineData(MethodKind.VoiceOffice, "+46846500410;ext=17", "+46 *** 10")]
    public void A_number_shows_no_more_where_it_is_spoken_to(MethodKind kind, string number, string masked) =>
        Assert.Equal(masked, Mask.Destination(kind, number));

    [Fact]
    public void An_app_shows_nothing() => Assert.Equal("", Mask.Destination(MethodKind.Authenticator, "secret"));
}
