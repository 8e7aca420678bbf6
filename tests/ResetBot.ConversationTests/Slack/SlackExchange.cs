using ResetBot.Testing.Conversations;
using Xunit;
using static ResetBot.ConversationTests.Slack.SlackInstallSteps;

namespace ResetBot.ConversationTests.Slack;

/// <summary>
/// Tokens from before token rotation was switched on are exchanged for ones that expire, which can be done once: asked for at the start, and once a day.
/// https://docs.slack.dev/authentication/using-token-rotation
/// </summary>
public sealed class SlackExchange : ExchangeScene
{
    [Fact]
    public async Task A_token_that_does_not_expire_is_exchanged_at_the_start_and_renewed_from_then_on()
    {
        var before = Host.LastToken()!;
        await SwitchedOnAsync();
        Assert.True(Logged(Exchanged));
        await Chat.Says("help").Sees("What I can do");
        Assert.Equal([before, Host.LastToken()!], Installs.Live("T0ONE"));

        // It is the form that the page shows.
        var asked = Assert.Single(Asked);
        Assert.Null(asked.Token);
        Assert.Equal(["client_id", "client_secret", "token"], asked.Arguments.Select(argument => argument.Key).Order());
        Host.Clock.Advance(TimeSpan.FromHours(10));
        await Host.LogsAsync("The token of T0ONE in Slack was renewed");
        await ServesWithTheNewestAsync();
        Assert.DoesNotContain(before, Installs.Live("T0ONE"));
        await RestartedAsync();
        await ServesWithTheNewestAsync();
        Assert.Single(Asked);
        Assert.DoesNotContain(Host.Slack!.Calls, call => (string?)call.Answer?["error"] == "token_expired");
    }

    [Fact]
    public async Task An_organisations_token_is_exchanged_too_and_each_is_kept_for_its_own()
    {
        await Host.InstalledAsync(Whole);
        await SwitchedOnAsync();
        await Host.LogsAsync("was exchanged for one that does", times: 2);
        foreach (var (chat, key) in new[] { (Chat, "T0ONE"), (Host.SlackChat(Host.Somebody(), at: Whole), "E0ORG") })
        {
            await chat.Says("help").Sees("What I can do");
            Assert.Equal(Installs.Live(key)[^1], Host.LastToken());
        }
    }

    [Fact]
    public async Task While_rotation_is_off_one_of_all_is_asked_for_once_a_day_and_nothing_changes()
    {
        await Host.InstalledAsync(Two);
        var (before, stored) = (Host.LastToken(), StoredRows.Of(Host.DataDirectory, "slack_installation"));
        await RestartedAsync();
        Assert.Single(Asked);
        await LooksAsync(TimeSpan.FromHours(23));
        Assert.Single(Asked);
        await LooksAsync(TimeSpan.FromHours(1));
        await LooksAsync(Minute);
        Assert.Equal(2, Asked.Count);
        await LooksAsync(Day);
        Assert.Equal(3, Asked.Count);
        Assert.All(Asked, call => Assert.Equal("token_rotation_not_enabled", (string?)call.Answer!["error"]));
        await ServesWithAsync(before);
        Assert.Equal(stored, StoredRows.Of(Host.DataDirectory, "slack_installation"));
        Assert.StartsWith("Information", Assert.Single(Host.Log, line => line.Contains("token rotation is off", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.False(Logged("token_rotation_not_enabled"));

        // Switched on at last, all are exchanged within a day.
        Installs.Rotates = true;
        Host.Clock.Advance(Day);
        await Host.LogsAsync("was exchanged for one that does", times: 2);
    }

    [Theory]
    [InlineData("token_already_exchanged")]
    [InlineData("invalid_token")]
    [InlineData("authorization_not_found")]
    public async Task A_token_that_Slack_does_not_exchange_is_said_once_and_used_until_the_app_is_installed_again(string error)
    {
        var before = Host.LastToken();
        Host.Slack!.Script(Method, error);
        await SwitchedOnAsync();
        await LooksAsync(Day);
        await RestartedAsync();
        await LooksAsync(Day);
        await ServesWithAsync(before);
        Assert.Single(Asked);
        var line = Assert.Single(Host.Log, line => line.Contains(NeverExchanged, StringComparison.Ordinal));
        Assert.StartsWith("Warning", line, StringComparison.Ordinal);
        Assert.EndsWith("(/slack/install)", line, StringComparison.Ordinal);
        await Host.InstalledAsync(One);
        Host.Clock.Advance(TimeSpan.FromHours(10));
        await Host.LogsAsync("The token of T0ONE in Slack was renewed");
    }

    [Theory]
    [InlineData("429")]
    [InlineData("500")]
    [InlineData("garbage")]
    [InlineData("internal_error")]
    public async Task Slack_that_gives_nothing_now_is_asked_again_soon(string answer)
    {
        var before = Host.LastToken();
        Host.Slack!.Script(Method, answer);
        await SwitchedOnAsync();
        await ServesWithAsync(before);
        await LooksAsync(Minute);
        await Chat.Says("help").Sees("What I can do");
        Assert.Equal((2, Installs.Live("T0ONE")[^1]), (Asked.Count, Host.LastToken()));
        Assert.StartsWith("Information", Assert.Single(Host.Log, line => line.Contains("is not exchanged yet", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_has_to_wait_holds_up_no_other()
    {
        await Host.InstalledAsync(Two);
        Host.Slack!.Script(Method, "accesslimited", "accesslimited");
        await SwitchedOnAsync();
        await Host.LogsAsync("is not exchanged yet");
        await LooksAsync(Minute);
        await LooksAsync(Minute);
        await Host.LogsAsync("was exchanged for one that does", times: 2);
        Assert.Equal(4, Asked.Count);
        Assert.Equal(2, Asked.Take(2).Select(call => (string?)call.Arguments["token"]).Distinct().Count());
    }

    [Fact]
    public async Task A_wrong_client_secret_is_about_the_app_and_asked_with_once_a_day()
    {
        await Host.InstalledAsync(Two);
        Host.Slack!.Script(Method, "bad_client_secret");
        await SwitchedOnAsync();
        await LooksAsync(TimeSpan.FromHours(1));
        Assert.Single(Asked);
        Assert.Single(Host.Log, line => line.StartsWith("Warning: Slack answered oauth.v2.exchange with bad_client_secret", StringComparison.Ordinal));
        Host.Clock.Advance(Day);
        await Host.LogsAsync("was exchanged for one that does", times: 2);
    }

    [Fact]
    public async Task A_token_of_the_configuration_is_not_exchanged()
    {
        await using var host = await ChatHost.StartAsync(new ChatHostSettings { InSlack = true, ExtraPeople = 5 });
        host.Slack!.Installs.Rotates = true;
        host.Clock.Advance(Day);
        await host.SlackChat(host.Somebody()).Says("help").Sees("What I can do");
        Assert.DoesNotContain(host.Slack.Calls, call => call.Method == Method);
    }
}
