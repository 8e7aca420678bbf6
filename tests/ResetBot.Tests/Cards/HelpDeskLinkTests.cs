using ResetBot.Cards;
using ResetBot.Dialogs.Common;
using Xunit;

namespace ResetBot.Tests.Cards;

public sealed class HelpDeskLinkTests
{
    [Theory]
    [InlineData("help@contoso.example", "mailto:help@contoso.example")]
    [InlineData("help+it@contoso.example", "mailto:help%2Bit@contoso.example")]
    [InlineData("https://help.contoso.example/_it?q=1&r=2", "https://help.contoso.example/_it?q=1&r=2")]
    public void An_address_is_opened_as_what_it_is(string link, string address)
    {
        Assert.Empty(DialogOptionsValidator.Faults(new DialogOptions { Link = link }));
        Assert.Equal(address, new HelpDeskLink(link).Address);
    }

    [Theory]
    [InlineData("")]
    [InlineData("the third floor")]
    [InlineData("http://help.contoso.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://")]
    [InlineData("https://contoso.example@elsewhere.example/")]
    [InlineData("https://help.contoso.example/ or the third floor")]
    [InlineData("https://help.contoso.example/\"><script>")]
    [InlineData("Help <help@contoso.example>")]
    [InlineData("help@contoso.example\r\nBcc: everybody@contoso.example")]
    public void Everything_else_is_refused_with_the_value_found(string link)
    {
        var fault = Assert.Single(DialogOptionsValidator.Faults(new DialogOptions { Link = link }));
        Assert.Equal($"HelpDesk:Link is '{link}'; it must be an e-mail address or an https address.", fault);
    }

    [Fact]
    public void By_default_there_is_none()
    {
        Assert.Null(new DialogOptions().Link);
        Assert.Empty(DialogOptionsValidator.Faults(new DialogOptions()));
    }
}
