using System.Net;
using ResetBot.ConversationTests.Slack;
using ResetBot.Testing.Conversations;
using ResetBot.Testing.Slack;
using Xunit;
using static ResetBot.ConversationTests.Slack.SlackInstallSteps;

namespace ResetBot.ConversationTests.Attacks;

/// <summary>Somebody tries to have this service take an installation that nobody here began, or that is of another company: nothing is kept.</summary>
public sealed class SlackInstallAttacks : IAsyncLifetime
{
    private ChatHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await StartAsync();
        _host.Slack!.Installs.Chosen = One;
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("no state")]
    [InlineData("an empty state")]
    [InlineData("a made-up state")]
    [InlineData("a bent state")]
    [InlineData("a later end")]
    [InlineData("not Unicode")]
    [InlineData("very long")]
    public async Task A_forged_state_is_refused_before_Slack_is_asked(string forged)
    {
        using var browser = _host.Browser();
        var back = await browser.DecidesAsync(await browser.BeginsInstallAsync());
        var state = back.Query[(back.Query.IndexOf("state=", StringComparison.Ordinal) + 6)..];
        var bent = forged switch
        {
            "no state" => back.AbsoluteUri.Replace("&state=" + state, "", StringComparison.Ordinal),
            "an empty state" => back.AbsoluteUri.Replace(state, "", StringComparison.Ordinal),
            "a made-up state" => back.AbsoluteUri.Replace(state, "1772438400.a.b", StringComparison.Ordinal),
            "a bent state" => back.AbsoluteUri[..^1] + (back.AbsoluteUri[^1] == '0' ? '1' : '0'),
            "a later end" => back.AbsoluteUri.Replace("state=1", "state=2", StringComparison.Ordinal),
            "not Unicode" => back.AbsoluteUri.Replace(state, "%FF%00.%E5.%F0", StringComparison.Ordinal),
            _ => back.AbsoluteUri + new string('0', 4000),
        };
        var (status, text) = await browser.ReturnsAsync(new Uri(bent));
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("Please begin again", text, StringComparison.Ordinal);
        AssertNothingHappened();
    }

    [Fact]
    public async Task A_state_is_refused_in_another_browser_with_and_without_a_state_of_its_own()
    {
        using var attacker = _host.Browser();
        using var victim = _host.Browser();
        var back = await attacker.DecidesAsync(await attacker.BeginsInstallAsync());
        Assert.Equal(HttpStatusCode.BadRequest, (await victim.ReturnsAsync(back)).Status);
        await victim.BeginsInstallAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await victim.ReturnsAsync(back)).Status);
        AssertNothingHappened();
    }

    [Fact]
    public async Task An_old_state_is_refused()
    {
        using var browser = _host.Browser();
        var page = await browser.BeginsInstallAsync();
        var kept = Cookie(browser);
        _host.Clock.Advance(TimeSpan.FromMinutes(10));
        browser.Cookies.Add(_host.Address, new Cookie(kept.Name, kept.Value, "/"));
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.ReturnsAsync(await browser.DecidesAsync(page))).Status);
        AssertNothingHappened();
    }

    [Fact]
    public async Task A_clock_that_is_set_back_makes_no_state_good_for_longer()
    {
        using var browser = _host.Browser();
        var page = await browser.BeginsInstallAsync();
        var back = await browser.DecidesAsync(page);
        await _host.StopAsync();
        _host.Clock.AdjustTime(_host.Clock.GetUtcNow() - TimeSpan.FromHours(1));
        await _host.StartAgainAsync();
        var moved = new UriBuilder(back) { Port = _host.Address.Port }.Uri;
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.ReturnsAsync(moved)).Status);
        AssertNothingHappened();
    }

    [Fact]
    public async Task A_state_is_good_once_also_in_its_own_browser_and_after_a_restart()
    {
        using var browser = _host.Browser();
        var page = await browser.BeginsInstallAsync();
        var kept = Cookie(browser);
        var back = await browser.DecidesAsync(page);
        Assert.Equal(HttpStatusCode.OK, (await browser.ReturnsAsync(back)).Status);
        Assert.DoesNotContain(browser.Cookies.GetCookies(_host.Address), cookie => cookie.Name == kept.Name);
        var asked = _host.Calls();
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.ReturnsAsync(back)).Status);
        await _host.RestartAsync();
        browser.Cookies.Add(_host.Address, new Cookie(kept.Name, kept.Value, "/"));
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.ReturnsAsync(new UriBuilder(back) { Port = _host.Address.Port }.Uri)).Status);
        Assert.Equal(asked, _host.Calls());
    }

    [Fact]
    public async Task Of_the_same_state_many_times_at_once_one_is_taken()
    {
        using var browser = _host.Browser();
        var back = await browser.DecidesAsync(await browser.BeginsInstallAsync());
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => browser.ReturnsAsync(back)));
        Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        Assert.Single(_host.Slack!.Calls, call => call.Method == "oauth.v2.access");
    }

    [Fact]
    public async Task A_code_is_good_once()
    {
        using var browser = _host.Browser();
        var first = await browser.DecidesAsync(await browser.BeginsInstallAsync());
        Assert.Equal(HttpStatusCode.OK, (await browser.ReturnsAsync(first)).Status);
        var second = await browser.DecidesAsync(await browser.BeginsInstallAsync());
        var (status, text) = await browser.ReturnsAsync(new Uri(second.AbsoluteUri.Replace(CodeOf(second), CodeOf(first), StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("Slack did not confirm", text, StringComparison.Ordinal);
        Assert.Contains(_host.Log, line => line.Contains("code_already_used", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("T0FOREIGN", null, false)]
    [InlineData("T0FOREIGN", "E0FOREIGN", false)]
    [InlineData("T0ONE", "E0FOREIGN", true)]
    public async Task Another_company_installs_nothing_here_and_its_token_is_given_back(string team, string? enterprise, bool isWhole)
    {
        var at = new SlackWorkspace(team, enterprise, isWhole);
        var (status, text) = await _host.InstallAsync(at);
        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Contains("not served here", text, StringComparison.Ordinal);
        AssertNothingKept(at.Key);
        var chat = _host.SlackChat(_host.Somebody(), at: at with { Team = "T0FOREIGN" });
        Assert.Equal(HttpStatusCode.Forbidden, (await chat.SendAsync(chat.Message("reset"))).Status);
    }

    [Fact]
    public async Task A_member_of_another_workspace_that_is_served_too_is_nobody_here()
    {
        await _host.InstalledAsync(One);
        await _host.InstalledAsync(Two);
        var chat = _host.SlackChat(_host.Somebody(), at: One);
        chat.User.Team = "T0TWO";
        await chat.Says("reset").Sees("I help people of this company only").SeesNo("step 1");
        Assert.Equal(0, _host.Count(chat.Person, "CaseStarted"));
    }

    [Fact]
    public async Task A_token_of_another_app_is_given_back_and_the_installation_that_is_there_stays()
    {
        await _host.InstalledAsync(One);
        _host.Slack!.Installs.AppId = "A0OTHER";
        Assert.Equal(HttpStatusCode.BadRequest, (await _host.InstallAsync(Two)).Status);
        Assert.Empty(_host.Slack.Installs.Live("T0TWO"));
        Assert.StartsWith("T0ONE", Assert.Single(StoredRows.Of(_host.DataDirectory, "slack_installation")), StringComparison.Ordinal);
        await _host.SlackChat(_host.Somebody(), at: One).Says("reset").Sees("step 1 of 2");
    }

    [Fact]
    public async Task A_token_in_the_row_of_another_workspace_opens_nothing()
    {
        await _host.InstalledAsync(One);
        await _host.InstalledAsync(Two);
        await _host.StopAsync();
        StoredRows.Change(_host.DataDirectory, "UPDATE slack_installation SET body = (SELECT replace(body, 'T0TWO', 'T0ONE') FROM slack_installation WHERE key = 'T0TWO') WHERE key = 'T0ONE'");
        await _host.StartAgainAsync();
        var chat = _host.SlackChat(_host.Somebody(), at: One);
        var asked = _host.Calls();
        Assert.Equal(HttpStatusCode.OK, (await chat.SendAsync(chat.Message("reset"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await chat.SendAsync(chat.Message("help"))).Status);
        await _host.QuietAsync();
        Assert.Equal(asked, _host.Calls());
        Assert.Single(_host.Log, line => line.Contains("The tokens of T0ONE in Slack cannot be read", StringComparison.Ordinal));
    }

    private void AssertNothingHappened()
    {
        Assert.Empty(_host.Slack!.Calls);
        Assert.Empty(StoredRows.Of(_host.DataDirectory, "slack_installation", "slack_used_state"));
    }

    private void AssertNothingKept(string key)
    {
        Assert.Empty(StoredRows.Of(_host.DataDirectory, "slack_installation"));
        Assert.Empty(_host.Slack!.Installs.Live(key));
        Assert.Single(_host.Slack.Calls, call => call.Method == "auth.revoke" && call.IsRight);
    }

    private Cookie Cookie(WebDriver browser) => browser.Cookies.GetCookies(_host.Address).Single(cookie => cookie.Name == "resetbot-slack");

    private static string CodeOf(Uri back) => System.Web.HttpUtility.ParseQueryString(back.Query)["code"]!;
}
