using System.Net;
using Microsoft.AspNetCore.WebUtilities;
using ResetBot.Testing.Conversations;
using ResetBot.Testing.Slack;
using ResetBot.Testing.Teams;
using Xunit;
using static ResetBot.ConversationTests.Slack.SlackInstallSteps;

namespace ResetBot.ConversationTests.Slack;

/// <summary>What a browser is given on its way to Slack and back.</summary>
public sealed class SlackInstallPages
{
    [Fact]
    public async Task A_company_sends_the_browser_to_Slack_with_a_cookie_that_is_this_hosts_alone()
    {
        await using var service = new BotServiceStandIn();
        await service.StartAsync();
        await using var host = await ChatHost.StartAsync(new ChatHostSettings
        {
            InSlack = true,
            ByInstall = true,
            ExtraPeople = 1,
            BotService = service,
            Arguments = ["Slack:AllowedWorkspaces:0=T0ONE"],
        });
        using var browser = host.Browser();
        using var answer = await browser.Client.GetAsync(new Uri(host.Address, "/slack/install"));
        Assert.Equal((HttpStatusCode.Redirect, "no-store", "no-referrer"), (answer.StatusCode, answer.Headers.CacheControl?.ToString(), answer.Headers.GetValues("Referrer-Policy").Single()));
        var query = QueryHelpers.ParseQuery(answer.Headers.Location!.Query).ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal);
        Assert.Equal(SlackInstalls.ClientId, query["client_id"]);
        Assert.Equal("app_mentions:read,chat:write,commands,im:history,im:write,users:read,users:read.email", query["scope"]);
        Assert.Equal("https://resetbot.example.org/slack/installed", query["redirect_uri"]);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith("__Host-resetbot-slack=", cookie, StringComparison.Ordinal);
        Assert.All((string[])["path=/;", "secure", "httponly", "samesite=lax", "max-age=600"], part => Assert.Contains(part, cookie + ";", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("domain", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(query["state"], cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_afterwards_lets_nothing_in_from_elsewhere_and_is_not_kept()
    {
        await using var host = await StartAsync();
        host.Slack!.Installs.Chosen = One;
        using var browser = host.Browser();
        using var answer = await browser.Client.GetAsync(await browser.DecidesAsync(await browser.BeginsInstallAsync()));
        Assert.Equal((HttpStatusCode.OK, "no-store"), (answer.StatusCode, answer.Headers.CacheControl?.ToString()));
        Assert.StartsWith("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
    }

    [Theory]
    [InlineData("/slack/install")]
    [InlineData("/slack/installed?code=1&state=2")]
    public async Task With_a_token_in_the_configuration_there_is_no_such_page(string page)
    {
        await using var host = await ChatHost.StartAsync(new ChatHostSettings { InSlack = true, ExtraPeople = 1 });
        using var browser = host.Browser();
        Assert.Equal(HttpStatusCode.NotFound, (await browser.ReturnsAsync(new Uri(host.Address, page))).Status);
        Assert.Empty(host.Slack!.Calls);
    }

    [Fact]
    public async Task Whoever_opens_it_over_and_over_is_asked_to_wait()
    {
        await using var host = await StartAsync("Web:FormsPerAddressPerMinute=6");
        using var browser = host.Browser();
        for (var time = 0; time < 6; time++)
        {
            await browser.BeginsInstallAsync();
        }

        using var answer = await browser.Client.GetAsync(new Uri(host.Address, "/slack/install"));
        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromMinutes(1)), (answer.StatusCode, answer.Headers.RetryAfter?.Delta));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }
}
