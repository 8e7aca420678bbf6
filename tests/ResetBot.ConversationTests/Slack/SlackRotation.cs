using System.Net;
using ResetBot.Testing.Conversations;
using ResetBot.Testing.Slack;
using Xunit;
using static ResetBot.ConversationTests.Slack.SlackInstallSteps;

namespace ResetBot.ConversationTests.Slack;

/// <summary>Tokens that expire after twelve hours: the next one is there in time, is asked for once, and is kept before it is used.</summary>
public sealed class SlackRotation : IAsyncLifetime
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    private ChatHost _host = null!;
    private SlackChatDriver _chat = null!;

    private SlackInstalls Installs => _host.Slack!.Installs;

    public async ValueTask InitializeAsync()
    {
        _host = await ChatHost.StartAsync(Installable(adapt: FlakyUnits.Add));
        Installs.Rotates = true;
        await _host.InstalledAsync(One);
        _chat = _host.SlackChat(_host.Somebody(), at: One);
        await _chat.Says("hello").Sees("");
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_token_is_renewed_by_the_clock_two_hours_before_it_expires()
    {
        var before = _host.LastToken();
        _host.Clock.Advance(TimeSpan.FromHours(10) - TimeSpan.FromMinutes(2));
        await _chat.Says("help").Sees("What I can do");
        Assert.Equal((0, before), (_host.Renewals(), _host.LastToken()));
        _host.Clock.Advance(TimeSpan.FromMinutes(3));
        await _host.LogsAsync("The token of T0ONE in Slack was renewed");
        await _chat.Says("help").Sees("What I can do");
        Assert.Equal(1, _host.Renewals());
        Assert.NotEqual(before, _host.LastToken());
        Assert.Equal(Installs.Live("T0ONE")[^1], _host.LastToken());
    }

    [Fact]
    public async Task A_token_that_has_expired_is_renewed_by_whoever_needs_it_once_for_all_who_come_together()
    {
        await _host.StopAsync();
        _host.Clock.Advance(Lifetime + TimeSpan.FromHours(1));
        var others = Enumerable.Range(0, 10).Select(_ => _host.SlackChat(_host.Somebody(), at: One)).ToList();
        await _host.StartAgainAsync();
        var answers = await Task.WhenAll(others.Select(other => other.SendAsync(other.Message("reset"))));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        foreach (var other in others)
        {
            await other.Sees("step 1 of 2");
        }

        Assert.Equal(1, _host.Renewals());
        Assert.DoesNotContain(_host.Slack!.Calls, call => (string?)call.Answer?["error"] == "token_expired");
    }

    [Fact]
    public async Task A_token_that_Slack_says_has_expired_is_renewed_and_the_call_made_again()
    {
        _host.Slack!.Script("chat.postMessage", "token_expired");
        await _chat.Says("help").Sees("What I can do");
        Assert.Equal(1, _host.Renewals());
    }

    [Fact]
    public async Task After_a_restart_the_newest_pair_is_used()
    {
        for (var renewal = 1; renewal <= 3; renewal++)
        {
            _host.Clock.Advance(Lifetime - TimeSpan.FromHours(1));
            await _host.LogsAsync("The token of T0ONE in Slack was renewed", renewal);
            await _host.RestartAsync();
            await _chat.Says("help").Sees("What I can do");
            Assert.Equal(Installs.Live("T0ONE")[^1], _host.LastToken());
        }

        Assert.Equal(3, _host.Renewals());
        var stored = _host.StoredBytes();
        Assert.All(Installs.Secrets, secret => Assert.DoesNotContain(secret, stored, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_answer_that_is_lost_leaves_the_old_token_which_serves_until_it_expires(bool isTakenAgain)
    {
        Installs.TakesRefreshAgain = isTakenAgain;
        Installs.LosesNextAnswer = true;
        var before = _host.LastToken();
        _host.Clock.Advance(TimeSpan.FromHours(10));
        await _host.LogsAsync("is not renewed yet");
        await _host.RestartAsync();
        await _host.LogsAsync(isTakenAgain ? "The token of T0ONE in Slack was renewed" : "Slack does not renew the token of T0ONE (invalid_refresh_token)");
        await _chat.Says("help").Sees("What I can do");
        Assert.Equal(!isTakenAgain, before == _host.LastToken());
        Assert.Equal(2, _host.Renewals());
    }

    [Fact]
    public async Task A_refused_renewal_is_said_once_and_asked_for_no_more_until_the_app_is_installed_again()
    {
        Installs.SpendRefreshes();
        _host.Clock.Advance(TimeSpan.FromHours(10));
        await _host.LogsAsync("Slack does not renew the token of T0ONE");

        // It is good until it expires.
        await _chat.Says("help").Sees("What I can do");
        _host.Clock.Advance(TimeSpan.FromHours(3));
        Assert.Equal(HttpStatusCode.OK, (await _chat.SendAsync(_chat.Message("reset"))).Status);
        await _host.LogsAsync("where the Slack app has no token that is good");
        await _host.RestartAsync();
        _host.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(HttpStatusCode.OK, (await _chat.SendAsync(_chat.Message("reset"))).Status);
        await _host.QuietAsync();
        Assert.Equal(0, _host.Count(_chat.Person, "CaseStarted"));
        Assert.Equal(1, _host.Renewals());
        Assert.Single(_host.Log, line => line.Contains("Slack does not renew the token of T0ONE", StringComparison.Ordinal));
        await _host.InstalledAsync(One);
        await _chat.Says("reset").Sees("step 1 of 2");
    }

    [Fact]
    public async Task A_new_pair_that_could_not_be_kept_is_kept_later_and_not_asked_for_again()
    {
        var before = _host.LastToken();
        FlakyUnits.Of(_host.Services).Fails = true;
        _host.Clock.Advance(TimeSpan.FromHours(10));
        await _host.LogsAsync("Tokens of Slack could not be renewed");
        FlakyUnits.Of(_host.Services).Fails = false;
        await _chat.Says("help").Sees("What I can do");
        Assert.Equal(before, _host.LastToken());
        _host.Clock.Advance(TimeSpan.FromMinutes(1));
        await _host.LogsAsync("The token of T0ONE in Slack was renewed");
        await _chat.Says("help").Sees("What I can do");
        Assert.Equal((1, Installs.Live("T0ONE")[^1]), (_host.Renewals(), _host.LastToken()));
    }

    [Fact]
    public async Task While_Slack_takes_no_more_nobody_asks_before_the_time_that_it_names()
    {
        await _host.StopAsync();
        _host.Clock.Advance(Lifetime + TimeSpan.FromHours(1));
        _host.Slack!.Script("oauth.v2.access", "429");
        var (asked, other) = (_host.Slack.Calls.Count, _host.SlackChat(_host.Somebody(), at: One));
        await _host.StartAgainAsync();
        await _host.LogsAsync("is not renewed yet");
        Assert.Equal(HttpStatusCode.OK, (await _chat.SendAsync(_chat.Message("reset"))).Status);
        await _chat.SeesNo();
        _host.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(HttpStatusCode.OK, (await other.SendAsync(other.Message("help"))).Status);
        await _host.QuietAsync();
        Assert.Equal(asked + 1, _host.Slack.Calls.Count);
        _host.Clock.Advance(TimeSpan.FromSeconds(10));
        await _chat.Sees("step 1 of 2");
        Assert.Equal(2, _host.Renewals());
    }
}
