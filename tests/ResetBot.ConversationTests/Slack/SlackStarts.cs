using System.Net;
using System.Text.Json.Nodes;
using ResetBot.Testing.Conversations;
using ResetBot.Testing.Slack;
using Xunit;

namespace ResetBot.ConversationTests.Slack;

/// <summary>After a start Slack does not say at once whose token it is: commands and taps, which Slack sends once, are acknowledged in time and done when it does.</summary>
public sealed class SlackStarts : IAsyncLifetime
{
    private const string Method = "auth.test";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(0.8);

    private ChatHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await ChatHost.StartAsync(new ChatHostSettings { InSlack = true, ExtraPeople = 10 });

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_command_is_kept_and_done_once()
    {
        var chat = _host.SlackChat(_host.Somebody());
        _host.Slack!.Script(Method, "silence");
        var (status, body) = await SendsAsync(chat, SlackWire.Command(chat.User, "C0RANDOM", "reset"));
        Assert.Equal((HttpStatusCode.OK, "ephemeral"), (status, (string?)body!["response_type"]));
        await SlackSaysAsync();
        await chat.SeesEver("step 1 of 2");
        Assert.Equal(1, _host.Count(chat.Person, "CaseStarted"));
    }

    [Fact]
    public async Task A_tap_is_kept_and_done_once()
    {
        var chat = _host.SlackChat(_host.Somebody());
        await chat.Says("reset").Sees("step 1 of 2");
        await _host.RestartAsync();
        _host.Slack!.Script(Method, "silence");
        var tap = chat.Tap(chat.ButtonFor("email"));
        Assert.Equal(HttpStatusCode.OK, (await InTimeAsync(Limit, () => chat.PostAsync(tap))).Status);
        await SlackSaysAsync();
        await chat.SeesEver("Type the code");
        Assert.Equal(1, _host.Count(chat.Person, "CodeSent"));
    }

    [Fact]
    public async Task What_is_done_meanwhile_waits_behind_it()
    {
        var chat = _host.SlackChat(_host.Somebody());
        _host.Slack!.Script(Method, "internal_error", "internal_error");
        Assert.Equal(HttpStatusCode.OK, (await chat.SendAsync(chat.Message("reset"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await chat.SendAsync(chat.Message("email"))).Status);
        _host.Clock.Advance(TimeSpan.FromSeconds(10));
        await chat.SeesEver("Type the code");
        Assert.Equal((1, 1), (_host.Count(chat.Person, "CaseStarted"), _host.Count(chat.Person, "CodeSent")));
    }

    [Fact]
    public async Task What_was_kept_is_answered_when_Slack_takes_a_token_again_that_it_refused_meanwhile()
    {
        var chat = _host.SlackChat(_host.Somebody());
        _host.Slack!.Script(Method, "internal_error", "internal_error", "invalid_auth");
        Assert.Equal(HttpStatusCode.OK, (await chat.SendAsync(chat.Message("reset"))).Status);
        for (var minutes = 0; minutes < 20; minutes += 5)
        {
            _host.Clock.Advance(TimeSpan.FromMinutes(5));
            await _host.QuietAsync();
        }

        await chat.SeesEver("I did nothing");
        Assert.Equal(0, _host.Count(chat.Person, "CaseStarted"));
    }

    [Fact]
    public async Task What_comes_from_a_workspace_that_turns_out_not_to_be_served_does_nothing()
    {
        var chat = _host.SlackChat(_host.Somebody());
        _host.Slack!.Script(Method, "silence");
        var command = SlackWire.Command(chat.User, "C0RANDOM", "reset");
        command["team_id"] = "T0FOREIGN";
        Assert.Equal(HttpStatusCode.OK, (await SendsAsync(chat, command)).Status);
        await SlackSaysAsync();
        await _host.LogsAsync("not served (T0FOREIGN)");
        await _host.QuietAsync();
        Assert.DoesNotContain(_host.Slack.Calls, call => call.Method != Method);
        Assert.Equal(0, _host.Count(chat.Person, "CaseStarted"));
    }

    [Fact]
    public async Task What_is_typed_into_a_window_stays_there_to_be_sent_once_more()
    {
        var chat = _host.SlackChat(_host.Somebody());
        _host.Slack!.Script(Method, "internal_error");
        var typed = SlackWire.FormOf(SlackWire.Submission(chat.User, "V0WINDOW", "link", "12345678"));
        var (status, body) = await chat.PostAsync(typed, SlackWire.Form);
        Assert.Equal((HttpStatusCode.OK, "errors"), (status, (string?)body!["response_action"]));
        await _host.QuietAsync();
        Assert.DoesNotContain("12345678", _host.StoredBytes(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task However_much_comes_at_once_Slack_is_asked_once()
    {
        var answer = new TaskCompletionSource();
        _host.Slack!.Held[Method] = answer.Task;
        var chats = Enumerable.Range(0, 5).Select(_ => _host.SlackChat(_host.Somebody())).ToList();
        var sending = chats.Select(chat => chat.PostAsync(chat.Message("reset"))).ToList();
        answer.SetResult();
        Assert.All(await Task.WhenAll(sending), sent => Assert.Equal(HttpStatusCode.OK, sent.Status));
        await _host.QuietAsync();
        Assert.Single(_host.Slack.Calls, call => call.Method == Method);
        Assert.All(chats, chat => Assert.Equal(1, _host.Count(chat.Person, "CaseStarted")));
    }

    [Fact]
    public async Task Whether_the_app_was_removed_is_not_waited_for_longer_than_Slack_waits()
    {
        var chat = _host.SlackChat(_host.Somebody());
        await chat.Says("hello").Sees("");
        _host.Slack!.Script(Method, "silence");
        var removed = SlackWire.Event(chat.User, new JsonObject { ["type"] = "app_uninstalled" });
        var (status, _) = await InTimeAsync(TimeSpan.FromSeconds(2), () => chat.PostAsync(removed));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Equal(HttpStatusCode.OK, (await chat.PostAsync(removed)).Status);
    }

    private Task<(HttpStatusCode Status, JsonNode? Body)> SendsAsync(SlackChatDriver chat, Dictionary<string, string> command) =>
        InTimeAsync(Limit, () => chat.PostAsync(SlackWire.FormOf(command), SlackWire.Form));

    private async Task<(HttpStatusCode Status, JsonNode? Body)> InTimeAsync(TimeSpan limit, Func<Task<(HttpStatusCode, JsonNode?)>> send)
    {
        var waiting = _host.Clock.WaitingAsync(wait => wait == limit);
        var sending = send();
        await waiting;
        _host.Clock.Advance(limit);
        return await sending;
    }

    // The call that is not answered is given up after ten seconds; the next one is answered.
    private async Task SlackSaysAsync()
    {
        _host.Clock.Advance(TimeSpan.FromSeconds(10));
        await _host.QuietAsync();
        _host.Clock.Advance(TimeSpan.FromSeconds(10));
    }
}
