using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using ResetBot.Bot.Channels.Web;
using ResetBot.Bot.Hosting;
using Xunit;

namespace ResetBot.Tests.Bot.Hosting;

/// <summary>Where a browser is: what the connection says, or a configured proxy, and nobody else.</summary>
public sealed class TrustedProxiesTests
{
    [Theory]
    [InlineData(null, "203.0.113.7", "127.0.0.1")]
    [InlineData("10.1.2.3", "203.0.113.7", "127.0.0.1")]
    [InlineData("127.0.0.1", "203.0.113.7", "203.0.113.7")]
    [InlineData("127.0.0.0/8", "203.0.113.7", "203.0.113.7")]
    [InlineData("127.0.0.1", "198.51.100.1, 203.0.113.7", "203.0.113.7")]
    [InlineData("127.0.0.1", "not an address", "127.0.0.1")]
    [InlineData("127.0.0.1", "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64")]
    public async Task Forwarded_headers_count_from_configured_proxies_only(string? trusted, string forwarded, string seen)
    {
        var builder = WebApplication.CreateBuilder(trusted is null ? [] : [$"--ResetBot:TrustedProxies:0={trusted}"]);
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        app.UseTrustedProxies();
        app.MapGet("/", (HttpContext context) => VisitorAddress.Of(context));
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient();
        client.DefaultRequestHeaders.TryAddWithoutValidation("X-Forwarded-For", forwarded);
        Assert.Equal(seen, await client.GetStringAsync(new Uri(app.Urls.Single()), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("10.0.0.0/8", true)]
    [InlineData("::1", true)]
    [InlineData("2001:db8::/32", true)]
    [InlineData("proxy.example", false)]
    [InlineData("10.0.0.0/99", false)]
    public void A_proxy_is_named_by_its_address_or_network(string proxy, bool isOne) => Assert.Equal(isOne, TrustedProxies.Network(proxy) is not null);

    [Theory]
    [InlineData("192.0.2.9", "192.0.2.9")]
    [InlineData("::ffff:192.0.2.9", "192.0.2.9")]
    [InlineData("2001:db8::1", "2001:db8::/64")]
    public void Addresses_of_one_subscriber_count_as_one(string address, string counted) => Assert.Equal(counted, VisitorAddress.Of(IPAddress.Parse(address)));
}
