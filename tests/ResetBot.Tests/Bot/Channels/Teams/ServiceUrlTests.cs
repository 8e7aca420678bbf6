using ResetBot.Bot.Channels.Teams;
using Xunit;

namespace ResetBot.Tests.Bot.Channels.Teams;

public sealed class ServiceUrlTests
{
    [Theory]
    [InlineData("https://smba.example.com/teams/", "https://smba.example.com/teams/")]
    [InlineData("https://smba.example.com/teams", "https://smba.example.com/teams/")]
    [InlineData("https://smba.example.com", "https://smba.example.com/")]
    [InlineData("https://smba.example.com/teams/#part", "https://smba.example.com/teams/")]
    [InlineData("https://smba.example.com/teams/?hidden=1", null)]
    [InlineData("https://name:word@smba.example.com/teams/", null)]
    [InlineData("teams", null)]
    public void Paths_are_appended_to_a_plain_address_only(string address, string? connector) =>
        Assert.Equal(connector, ServiceUrl.Of(address).Connector?.AbsoluteUri);

    [Theory]
    [InlineData("https://smba.example.com/", true, false, true)]
    [InlineData("http://127.0.0.1:3978/", true, true, false)]
    [InlineData("https://localhost/", true, true, false)]
    [InlineData("https://10.0.0.1/", true, false, false)]
    [InlineData("ftp://smba.example.com/", false, false, false)]
    [InlineData("no address", false, false, false)]
    public void What_it_is_is_told_apart(string address, bool isWeb, bool isLoopback, bool isPublic)
    {
        var url = ServiceUrl.Of(address);
        Assert.Equal((isWeb, isLoopback, isPublic), (url.IsWebAddress, url.IsLoopback, url.IsPublic));
    }

    [Fact]
    public void Many_addresses_take_no_more_memory_than_a_few()
    {
        for (var number = 0; number < 2_000; number++)
        {
            Assert.True(ServiceUrl.Of($"https://smba{number}.example.com/").IsPublic);
        }

        Assert.Same(ServiceUrl.Of("https://smba1999.example.com/"), ServiceUrl.Of("https://smba1999.example.com/"));
        Assert.InRange(ServiceUrl.Remembered, 1, 256);
    }
}
