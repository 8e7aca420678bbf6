using ResetBot.Recovery.Registration;
using Xunit;

namespace ResetBot.Tests.Recovery.Registration;

public sealed class DestinationsTests
{
    [Theory]
    [InlineData("alex@example.org", "alex@example.org")]
    [InlineData("  Alex.Wilber@Example.ORG ", "Alex.Wilber@example.org")]
    [InlineData("<alex@example.org>", "alex@example.org")]
    [InlineData("mailto:alex@example.org", "alex@example.org")]
    [InlineData("alex+reset@mail.example.co.uk", "alex+reset@mail.example.co.uk")]
    public void An_address_is_read_as_people_type_it(string typed, string address) => Assert.Equal(address, Destinations.Email(typed));

    [Theory]
    [InlineData("")]
    [InlineData("alex")]
    [InlineData("alex@")]
    [InlineData("@example.org")]
    [InlineData("alex@localhost")]
    [InlineData("alex@example.org.")]
    [InlineData("alex@127.0.0.1")]
    [InlineData("alex@[127.0.0.1]")]
    [InlineData("alex@exämple.org")]
    [InlineData("a@example.org,b@example.org")]
    [InlineData("a@example.org;b@example.org")]
    [InlineData("a b@example.org")]
    [InlineData("Alex <alex@example.org>")]
    [InlineData("alex@example.org\r\nBcc: b@example.org")]
    [InlineData("\"alex\"@example.org")]
    public void What_is_no_address_is_none(string typed) => Assert.Null(Destinations.Email(typed));

    [Fact]
    public void An_address_that_no_server_would_take_is_none() => Assert.Null(Destinations.Email(new string('a', 250) + "@example.org"));

    [Theory]
    [InlineData("anna@example.org", "ANNA@Example.org", true)]
    [InlineData("anna@example.org", "anna+reset@example.org", true)]
    [InlineData("anna+work@example.org", "anna+reset+2@example.org", true)]
    [InlineData("anna@example.org", "ann@example.org", false)]
    [InlineData("anna@example.org", "anna@mail.example.org", false)]
    [InlineData("", "+anna@example.org", false)]
    public void What_stands_after_a_plus_makes_no_other_mailbox(string one, string other, bool are) =>
        Assert.Equal(are, Destinations.AreOneMailbox(one, other));

    [Theory]
    [InlineData("+46 70 123 45 67", null, "+46701234567")]
    [InlineData("+46(0)70-123 45 67", null, "+46701234567")]
    [InlineData("0046701234567", null, "+46701234567")]
    [InlineData("070-123 45 67", "SE", "+46701234567")]
    [InlineData("+44 7400 123456", "SE", "+447400123456")]
    public void A_number_is_read_as_people_type_it(string typed, string? region, string number) =>
        Assert.Equal(number, Destinations.Mobile(typed, region));

    [Theory]
    [InlineData("+46 8 465 004 12", null, "+46846500412")]
    [InlineData("08-465 004 12", "SE", "+46846500412")]
    [InlineData("+1 4255551234x12345", null, "+14255551234;ext=12345")]
    [InlineData("+46 8 465 004 10 ext. 17", null, "+46846500410;ext=17")]
    [InlineData("+46 70 123 45 67", null, "+46701234567")]
    public void An_office_number_is_read_as_directories_have_it(string entry, string? region, string number) =>
        Assert.Equal(number, Destinations.Office(entry, region));

    [Theory]
    [InlineData("08-465 004 12")]
    [InlineData("17")]
    [InlineData("+46 900 123 45 67")]
    [InlineData("reception")]
    [InlineData("")]
    public void What_no_code_can_be_read_out_to_is_no_office_number(string entry) => Assert.Null(Destinations.Office(entry, null));

    [Theory]
    [InlineData("070-123 45 67")]
    [InlineData("+46 8 123 456")]
    [InlineData("+1")]
    [InlineData("+999123456789")]
    [InlineData("")]
    [InlineData("my phone")]
    [InlineData("+46701234567 and +46701234568 and many more numbers")]
    public void What_is_no_mobile_number_is_none(string typed) => Assert.Null(Destinations.Mobile(typed, null));
}
