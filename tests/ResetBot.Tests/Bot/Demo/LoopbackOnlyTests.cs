using System.Net;
using Microsoft.AspNetCore.Http;
using ResetBot.Bot.Demo;
using Xunit;

namespace ResetBot.Tests.Bot.Demo;

public sealed class LoopbackOnlyTests
{
    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("127.9.9.9", true)]
    [InlineData("::1", true)]
    [InlineData("::ffff:127.0.0.1", true)]
    [InlineData("::ffff:127.0.0.2", true)]
    [InlineData("192.0.2.1", false)]
    [InlineData("::ffff:192.0.2.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData(null, false)]
    public void Only_a_peer_on_this_machine_is_allowed(string? peer, bool expected)
    {
        var context = Local();
        context.Connection.RemoteIpAddress = peer is null ? null : IPAddress.Parse(peer);

        Assert.Equal(expected, LoopbackOnly.Allows(context));
    }

    [Theory]
    [InlineData("localhost", true)]
    [InlineData("LOCALHOST", true)]
    [InlineData("127.0.0.1", true)]
    [InlineData("127.200.3.4", true)]
    [InlineData("[::1]", true)]
    [InlineData("localhost.", false)]
    [InlineData("app.localhost", false)]
    [InlineData("localhost.example", false)]
    [InlineData("127.0.0.1.example", false)]
    [InlineData("127.1", false)]
    [InlineData("2130706433", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("[::]", false)]
    [InlineData("", false)]
    public void Only_names_of_this_machine_are_its_own(string host, bool expected) => Assert.Equal(expected, LoopbackOnly.IsLoopbackHost(host));

    [Theory]
    [InlineData("http://localhost:56150/_connector", true)]
    [InlineData("https://127.0.0.1/", true)]
    [InlineData("http://[::1]:80/", true)]
    [InlineData("ftp://localhost/", false)]
    [InlineData("http://example.com/localhost", false)]
    [InlineData("http://localhost@example.com/", false)]
    [InlineData("localhost", false)]
    [InlineData(null, false)]
    public void Only_web_addresses_on_this_machine_are_its_own(string? address, bool expected) =>
        Assert.Equal(expected, LoopbackOnly.IsLoopbackUrl(address));

    [Theory]
    [InlineData("x-forwarded-for")]
    [InlineData("X-Forwarded-Prefix")]
    [InlineData("X-Forwarded")]
    [InlineData("forwarded")]
    [InlineData("VIA")]
    [InlineData("X-REAL-IP")]
    [InlineData("X-Original-URL")]
    [InlineData("CF-Connecting-IP")]
    public void A_request_that_somebody_forwarded_is_not_allowed(string header)
    {
        var context = Local();
        context.Request.Headers[header] = "";

        Assert.False(LoopbackOnly.Allows(context));
    }

    private static DefaultHttpContext Local()
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Loopback;
        context.Request.Host = new HostString("localhost", 5000);
        return context;
    }
}
