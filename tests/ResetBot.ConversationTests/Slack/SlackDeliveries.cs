using System.Net;
using ResetBot.Testing.Conversations;
using ResetBot.Testing.Slack;
using Xunit;

namespace ResetBot.ConversationTests.Slack;

/// <summary>Slack comes twice, all at once or too fast, answers nothing, or takes nothing: nothing acknowledged is lost, and nothing is done twice.</summary>
public sealed class SlackDeliveries : IAsyncLifetime
{
    private static readonly TimeSpan TurnLimit = TimeSpan.FromSeconds(0.5);

    private FlakyDirectory _directory = null!;
    private ChatHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await ChatHost.StartAsync(new ChatHostSettings
    {
        InSlack = true,
        ExtraPeople = 1200,
        Directory = directory => _directory = new FlakyDirectory(directory),
        Arguments = ["Slack:PersonKept=00:05:00", $"Slack:TurnLimit={TurnLimit}"],
    });

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task An_event_that_is_delivered_again_after_many_others_acts_once()
    {
        var chat = _host.SlackChat(_host.Somebody());
        var first = chat.Message("reset");
        await chat.SendAsync(first);
        await chat.Sees("step 1 of 2");
        for (var newer = 0; newer < 40; newer++)
        {
            await chat.SendAsync(chat.Message("hello"));
        }

        Assert.Equal(HttpStatusCode.OK, (await chat.SendAsync(first)).Status);
        await chat.SeesNo();
        await _host.RestartAsync();
        Assert.Equal(HttpStatusCode.OK, (await chat.PostAsync(first.ToJsonString(), SlackWire.Json, retry: 2)).Status);
        await chat.SeesNo();
        Assert.Equal(1, _host.Count(chat.Person, "CaseStarted"));
    }

    [Fact]
    public async Task A_flood_is_acknowledged_in_time_and_each_event_acts_once()
    {
        const int Events = 1000;
        var chats = Enumerable.Range(0, 100).Select(_ => _host.SlackChat(_host.Somebody())).ToList();
        var messages = Enumerable.Range(0, Events).Select(number => (Chat: chats[number % 100], Message: chats[number % 100].Message(number < 100 ? "reset" : "help"))).ToList();
        var began = TimeProvider.System.GetTimestamp();
        var slowest = await SlackFlood.SlowestAsync(messages.Concat(messages.Where((_, number) => number % 10 == 0)));
        Assert.True(slowest < TimeSpan.FromSeconds(3), $"One was acknowledged after {slowest}.");
        Assert.True(TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(10), "Not all were acknowledged in ten seconds.");
        await _host.QuietAsync();
        foreach (var chat in chats)
        {
            Assert.Equal(1, _host.Count(chat.Person, "CaseStarted"));
            Assert.Equal(9, chat.All.Count(message => message.Text.Contains("What I can do", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task What_takes_longer_than_Slack_waits_is_acknowledged_in_time_and_done_once()
    {
        var chat = _host.SlackChat(_host.Somebody());
        await chat.Says("hello").Sees("");
        _directory.Hold = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var waiting = _host.Clock.WaitingAsync(wait => wait == TurnLimit);
        var sending = chat.PostAsync(chat.Message("I forgot my password, marmalade"));
        await _directory.Held.Task.WaitAsync(TimeSpan.FromSeconds(20));
        await waiting;
        _host.Clock.Advance(TurnLimit);
        Assert.Equal(HttpStatusCode.OK, (await sending).Status);
        Assert.Contains("slack-turn", _host.StoredBytes(), StringComparison.Ordinal);
        Assert.DoesNotContain("marmalade", _host.StoredBytes(), StringComparison.Ordinal);
        _directory.Hold.SetResult();
        _directory.Hold = null;
        await chat.SeesEver("step 1 of 2");
        await _host.QuietAsync();
        Assert.Equal(1, _host.Count(chat.Person, "CaseStarted"));
    }

    [Theory]
    [InlineData("429")]
    [InlineData("500")]
    [InlineData("garbage")]
    [InlineData("internal_error")]
    public async Task A_message_that_Slack_does_not_take_now_is_sent_later(string answer)
    {
        var chat = _host.SlackChat(_host.Somebody());
        await chat.Says("hello").Sees("");
        _host.Slack!.Script("chat.postMessage", answer);
        await chat.SendAsync(chat.Message("reset"));
        Assert.Equal(1, _host.Slack.Calls.Count(call => call.Method == "chat.postMessage" && !call.IsRight));
        _host.Clock.Advance(TimeSpan.FromSeconds(10));
        await chat.SeesEver("step 1 of 2");
        Assert.Equal(1, _host.Count(chat.Person, "CaseStarted"));
    }

    [Fact]
    public async Task A_limit_on_one_conversation_holds_back_no_other_and_nobody_calls_before_it_is_over()
    {
        var (slow, other) = (_host.SlackChat(_host.Somebody()), _host.SlackChat(_host.Somebody()));
        await slow.Says("hello").Sees("");
        await other.Says("hello").Sees("");
        _host.Slack!.Script("chat.postMessage", "429");
        await slow.SendAsync(slow.Message("status"));
        var called = _host.Slack.Calls.Count;
        await other.Says("status").Sees("Your account");
        await slow.SendAsync(slow.Message("privacy"));
        await slow.SeesNo();
        Assert.Equal(1, _host.Slack.Calls.Skip(called).Count(call => call.Method == "chat.postMessage"));
        _host.Clock.Advance(TimeSpan.FromSeconds(10));
        await slow.SeesEver("Your account");
        await slow.SeesEver("What I keep about you");
    }

    [Fact]
    public async Task An_old_card_that_Slack_does_not_change_now_holds_up_no_answer_and_is_closed_later()
    {
        var chat = _host.SlackChat(_host.Somebody());
        await chat.Says("reset").Sees("step 1 of 2");
        _host.Slack!.Script("chat.update", "429");
        await _host.PassAsync(TimeSpan.FromMinutes(16));
        await chat.Sees("You were away for a while");
        await chat.Says("status").Sees("Your account");
        Assert.Single(Updates());
        await _host.RestartAsync();
        await chat.Says("privacy").Sees("What I keep about you");
        Assert.Single(Updates());
        _host.Clock.Advance(TimeSpan.FromSeconds(10));
        await _host.QuietAsync();
        Assert.Equal([false, true], Updates().Select(call => call.IsRight));
    }

    [Fact]
    public async Task A_card_whose_question_was_answered_by_typing_is_left_as_it_is_when_Slack_does_not_change_it_now()
    {
        var chat = _host.SlackChat(_host.Somebody());
        await chat.Says("reset").Sees("step 1 of 2");
        _host.Slack!.Script("chat.update", "429");
        await chat.Says("cancel").Sees("Stopped.");
        await chat.Says("status").Sees("Your account");
        _host.Clock.Advance(TimeSpan.FromSeconds(10));
        await _host.QuietAsync();
        Assert.False(Assert.Single(Updates()).IsRight);
    }

    private IEnumerable<SlackCall> Updates() => _host.Slack!.Calls.Where(call => call.Method == "chat.update");

    [Fact]
    public async Task A_token_that_was_revoked_loses_nothing_and_works_again_once_it_is_given_back()
    {
        var chat = _host.SlackChat(_host.Somebody());
        await chat.Says("hello").Sees("");
        _host.Slack!.TokenIs = "token_revoked";
        Assert.Equal(HttpStatusCode.OK, (await chat.SendAsync(chat.Message("reset"))).Status);
        Assert.Contains(_host.Slack.Calls, call => (string?)call.Answer?["error"] == "token_revoked");
        Assert.Contains(_host.Log, line => line.Contains("Slack does not let the app call", StringComparison.Ordinal));
        _host.Slack.TokenIs = null;
        _host.Clock.Advance(TimeSpan.FromMinutes(6));
        await chat.SeesEver("step 1 of 2");
        Assert.Equal(1, _host.Count(chat.Person, "CaseStarted"));
    }

    [Fact]
    public async Task While_Slack_does_not_say_who_somebody_is_what_they_wrote_is_kept()
    {
        var chat = _host.SlackChat(_host.Somebody());
        await chat.Says("hello").Sees("");
        var stranger = _host.SlackChat(_host.Somebody());
        _host.Slack!.Script("users.info", "internal_error");
        Assert.Equal(HttpStatusCode.OK, (await stranger.PostAsync(stranger.Message("reset"))).Status);
        await stranger.SeesEver("step 1 of 2");
        Assert.Equal(1, _host.Count(stranger.Person, "CaseStarted"));
    }

    [Fact]
    public async Task What_could_not_be_done_for_minutes_is_not_done_any_more_and_the_person_is_told()
    {
        var chat = _host.SlackChat(_host.Somebody());
        _host.Slack!.Script("users.info", "internal_error", "internal_error", "internal_error");
        Assert.Equal(HttpStatusCode.OK, (await chat.SendAsync(chat.Message("reset"))).Status);
        _host.Clock.Advance(TimeSpan.FromMinutes(3));
        await chat.SeesEver("I could not take up in time");
        Assert.Equal(0, _host.Count(chat.Person, "CaseStarted"));
        await chat.Says("reset").Sees("step 1 of 2");
    }

    [Fact]
    public async Task What_is_done_behind_something_that_waits_waits_too()
    {
        var chat = _host.SlackChat(_host.Somebody());
        _host.Slack!.Script("users.info", "internal_error", "internal_error");
        await chat.SendAsync(chat.Message("reset"));
        await chat.SendAsync(chat.Message("email"));
        _host.Clock.Advance(TimeSpan.FromSeconds(10));
        await chat.SeesEver("step 1 of 2");
        await chat.SeesEver("Type the code");
        Assert.Equal(1, _host.Count(chat.Person, "CodeSent"));
    }

    [Fact]
    public async Task A_Home_tab_says_that_the_directory_does_not_answer_and_is_drawn_when_it_does()
    {
        var chat = _host.SlackChat(_host.Somebody());
        await chat.Says("hello").Sees("");
        _directory.Silent = true;
        Assert.Contains("directory does not answer", (await chat.OpensHome()).Text, StringComparison.Ordinal);
        _directory.Silent = false;
        _host.Clock.Advance(TimeSpan.FromSeconds(10));
        await _host.QuietAsync();
        Assert.Contains(chat.Person.UserName, chat.Home.Text, StringComparison.Ordinal);
    }
}
