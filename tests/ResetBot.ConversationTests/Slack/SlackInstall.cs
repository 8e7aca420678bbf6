using System.Net;
using System.Text.Json.Nodes;
using ResetBot.Testing.Conversations;
using ResetBot.Testing.Slack;
using Xunit;
using static ResetBot.ConversationTests.Slack.SlackInstallSteps;

namespace ResetBot.ConversationTests.Slack;

/// <summary>The app is installed in a browser, in workspaces and in an organisation, and each is served with its own token.</summary>
public sealed class SlackInstall : IAsyncLifetime
{
    private ChatHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Two_workspaces_are_installed_and_each_is_served_with_its_own_token()
    {
        var (status, text) = await _host.InstallAsync(One);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Workspace T0ONE", text, StringComparison.Ordinal);
        await _host.InstalledAsync(Two);
        var person = _host.Somebody();
        var (one, two) = (_host.SlackChat(person, at: One), _host.SlackChat(person, at: Two));
        await one.Says("reset").Sees("step 1 of 2");
        Assert.Equal(Assert.Single(_host.Slack!.Installs.Live("T0ONE")), _host.LastToken());
        await two.Says("status").Sees(person.UserName);
        Assert.Equal(Assert.Single(_host.Slack.Installs.Live("T0TWO")), _host.LastToken());
        await one.Says("cancel").Sees("Stopped");
        Assert.Contains(person.UserName, (await two.OpensHome()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_organisation_is_installed_once_for_all_its_workspaces()
    {
        await _host.InstalledAsync(Whole);
        foreach (var team in (string[])["T0SUB", "T0OTHER"])
        {
            var chat = _host.SlackChat(_host.Somebody(), at: Whole with { Team = team });
            await chat.Says("reset").Sees("step 1 of 2");
            Assert.Equal(Assert.Single(_host.Slack!.Installs.Live("E0ORG")), _host.LastToken());
            await chat.Taps("email").Sees("Type the code");
        }
    }

    [Fact]
    public async Task A_workspace_with_an_installation_of_its_own_is_served_by_that_before_its_organisations()
    {
        var own = Whole with { IsWhole = false };
        await _host.InstalledAsync(Whole);
        await _host.InstalledAsync(own);
        var chat = _host.SlackChat(_host.Somebody(), at: own);
        await chat.Says("reset").Sees("step 1 of 2");
        Assert.Equal(Assert.Single(_host.Slack!.Installs.Live("T0SUB")), _host.LastToken());
    }

    [Fact]
    public async Task A_second_installation_takes_the_place_of_the_first()
    {
        _host.Slack!.Installs.Rotates = true;
        await _host.InstalledAsync(One);
        var chat = _host.SlackChat(_host.Somebody(), at: One);
        await chat.Says("reset").Sees("step 1 of 2");
        var before = _host.LastToken();
        await _host.InstalledAsync(One);
        await chat.Says("cancel").Sees("Stopped");
        Assert.NotEqual(before, _host.LastToken());
        Assert.Single(StoredRows.Of(_host.DataDirectory, "slack_installation"));
    }

    [Theory]
    [InlineData("account_inactive", """{"type":"app_uninstalled"}""")]
    [InlineData("token_revoked", """{"type":"tokens_revoked","tokens":{"oauth":[],"bot":["U0BOT"]}}""")]
    public async Task A_removed_app_is_forgotten_with_its_token_and_serves_again_once_it_is_installed_again(string error, string happened)
    {
        await _host.InstalledAsync(One);
        await _host.InstalledAsync(Two);
        var (one, two) = (_host.SlackChat(_host.Somebody(), at: One), _host.SlackChat(_host.Somebody(), at: Two));
        await one.Says("reset").Sees("step 1 of 2");
        Assert.Equal(HttpStatusCode.OK, await TellAsync(one, happened));
        await one.Says("cancel").Sees("Stopped");
        _host.Slack!.Installs.TakeBack("T0ONE", error);
        Assert.Equal(HttpStatusCode.OK, await TellAsync(one, happened));
        Assert.Contains(_host.Log, line => line.Contains("removed from T0ONE", StringComparison.Ordinal));
        var called = _host.Calls();
        await _host.RestartAsync();
        Assert.Equal(HttpStatusCode.OK, (await one.SendAsync(one.Message("reset"))).Status);
        await _host.PassAsync(TimeSpan.FromHours(1));
        Assert.Equal(called, _host.Calls());
        await two.Says("reset").Sees("step 1 of 2");
        Assert.Contains("\"RemovedAt\"", StoredRows.Of(_host.DataDirectory, "slack_installation").Single(row => row.StartsWith("T0ONE", StringComparison.Ordinal)), StringComparison.Ordinal);
        await _host.KeepUpAsync();
        Assert.StartsWith("T0TWO", Assert.Single(StoredRows.Of(_host.DataDirectory, "slack_installation")), StringComparison.Ordinal);
        await _host.InstalledAsync(One);
        await one.Says("reset").Sees("step 1 of 2");
    }

    [Fact]
    public async Task What_comes_from_where_it_may_be_installed_and_is_not_is_acknowledged_and_does_nothing()
    {
        var chat = _host.SlackChat(_host.Somebody(), at: One);
        Assert.Equal(HttpStatusCode.OK, (await chat.SendAsync(chat.Message("reset"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await chat.SendAsync(SlackWire.Opened(chat.User, "home"))).Status);
        await _host.QuietAsync();
        Assert.Empty(_host.Slack!.Calls);
        Assert.Equal(0, _host.Count(chat.Person, "CaseStarted"));
        Assert.Contains(_host.Log, line => line.Contains("T0ONE", StringComparison.Ordinal) && line.Contains("/slack/install", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_allowed_no_more_is_served_no_more()
    {
        List<string> allowed = ["Slack:AllowedWorkspaces:0=T0TWO", "Slack:AllowedWorkspaces:1=T0ONE"];
        await using var host = await ChatHost.StartAsync(new ChatHostSettings { InSlack = true, ByInstall = true, ExtraPeople = 5, Arguments = allowed });
        await host.InstalledAsync(One);
        var chat = host.SlackChat(host.Somebody(), at: One);
        await chat.Says("reset").Sees("step 1 of 2");
        allowed.RemoveAt(1);
        await host.RestartAsync();
        var called = host.Calls();
        Assert.Equal(HttpStatusCode.Forbidden, (await chat.SendAsync(chat.Message("cancel"))).Status);
        await host.QuietAsync();
        Assert.Equal(called, host.Calls());
    }

    [Fact]
    public async Task Over_the_apps_own_connections_each_workspace_is_served_with_its_own_token_too()
    {
        await using var host = await ChatHost.StartAsync(new ChatHostSettings
        {
            InSlack = true,
            BySocket = true,
            ByInstall = true,
            ExtraPeople = 5,
            Arguments = ["Slack:AllowedWorkspaces:0=T0ONE", "Slack:AllowedWorkspaces:1=T0TWO"],
        });
        foreach (var at in (SlackWorkspace[])[One, Two])
        {
            await host.InstalledAsync(at);
            await host.SlackChat(host.Somebody(), at: at).Says("reset").Sees("step 1 of 2");
            Assert.Equal(Assert.Single(host.Slack!.Installs.Live(at.Key)), host.LastToken());
        }
    }

    [Fact]
    public async Task A_scope_that_is_missing_is_named_in_the_log()
    {
        _host.Slack!.Installs.Scope = "app_mentions:read,chat:write,commands,im:history,im:write,users:read";
        await _host.InstalledAsync(One);
        var line = Assert.Single(_host.Log, line => line.Contains("was installed in T0ONE without", StringComparison.Ordinal));
        Assert.StartsWith("Warning", line, StringComparison.Ordinal);
        Assert.Contains("without users:read.email:", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Tokens_are_in_no_file_and_in_no_log_and_are_known_after_a_restart(bool rotates)
    {
        _host.Slack!.Installs.Rotates = rotates;
        await _host.InstalledAsync(One);
        await _host.InstalledAsync(Whole);
        var chat = _host.SlackChat(_host.Somebody(), at: One);
        await chat.Says("reset").Sees("step 1 of 2");
        await _host.RestartAsync();
        await chat.Says("cancel").Sees("Stopped");
        var (stored, log) = (_host.StoredBytes(), string.Join('\n', _host.Log));
        Assert.Equal(rotates ? 4 : 2, _host.Slack.Installs.Secrets.Distinct().Count());
        Assert.All([.. _host.Slack.Installs.Secrets, SlackInstalls.ClientSecret], secret =>
        {
            Assert.DoesNotContain(secret, stored, StringComparison.Ordinal);
            Assert.DoesNotContain(secret, log, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Who_does_not_allow_it_is_told_that_nothing_was_installed_in_their_language()
    {
        _host.Slack!.Installs.IsDenied = true;
        using var browser = _host.Browser("sv");
        var (status, text) = await browser.ReturnsAsync(await browser.DecidesAsync(await browser.BeginsInstallAsync()));
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("Du tillät det inte i Slack", text, StringComparison.Ordinal);
        Assert.Empty(_host.Slack.Calls);
    }

    [Theory]
    [InlineData("429")]
    [InlineData("500")]
    [InlineData("internal_error")]
    public async Task While_Slack_gives_nothing_the_page_says_so(string answer)
    {
        _host.Slack!.Script("oauth.v2.access", answer);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await _host.InstallAsync(One)).Status);
        Assert.Empty(StoredRows.Of(_host.DataDirectory, "slack_installation"));
    }

    private static async Task<HttpStatusCode> TellAsync(SlackChatDriver chat, string happened) =>
        (await chat.PostAsync(SlackWire.Event(chat.User, JsonNode.Parse(happened)!.AsObject()))).Status;
}
