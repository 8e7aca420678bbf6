using ResetBot.Testing.Conversations;
using ResetBot.Testing.Slack;
using Xunit;

namespace ResetBot.ConversationTests.Slack;

/// <summary>What takes the place of a tapped card goes where Slack takes it beside its limits, and else as any change of a message.</summary>
public sealed class SlackReplacements : IAsyncLifetime
{
    private ChatHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await ChatHost.StartAsync(new ChatHostSettings { InSlack = true });

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_tapped_card_is_replaced_at_the_address_that_came_with_the_tap_and_a_typed_answer_by_a_change()
    {
        var chat = _host.SlackChat(_host.Somebody());
        await chat.Says("reset").Sees("step 1 of 2").Taps("email").Sees("Type the code");
        var replaced = Assert.Single(Calls(SlackResponses.Method));
        Assert.True(replaced.IsRight);
        Assert.Null(replaced.Token);
        Assert.True((bool)replaced.Arguments["replace_original"]!);
        Assert.Contains("email", replaced.Arguments["blocks"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Empty(Calls("chat.update"));
        await chat.Says("cancel").Sees("Stopped.");
        Assert.Single(Calls("chat.update"));
    }

    [Fact]
    public async Task Who_has_a_message_read_out_hears_all_of_the_card_but_a_link_and_its_number()
    {
        var chat = _host.SlackChat(_host.Somebody());
        await chat.Says("reset").Sees("step 1 of 2");
        Assert.Contains("(email)", Heard(), StringComparison.Ordinal);
        var card = await chat.Says("cancel").Says("register").Sees("First show that it is you");
        Assert.Contains("What you need for it is in the message itself.", Heard(), StringComparison.Ordinal);
        Assert.DoesNotContain(card.PageNumber, Heard(), StringComparison.Ordinal);
        Assert.DoesNotContain("/s/", Heard(), StringComparison.Ordinal);
    }

    private string Heard() => (string)Calls("chat.postMessage").Last().Arguments["text"]!;

    [Theory]
    [InlineData("404")]
    [InlineData("429")]
    [InlineData("500")]
    [InlineData("Expired url")]
    public async Task An_address_that_takes_nothing_any_more_is_no_loss(string answer)
    {
        var chat = _host.SlackChat(_host.Somebody());
        _host.Slack!.Responses.Script.Enqueue(answer);
        await chat.Says("reset").Sees("step 1 of 2").Taps("email").Sees("Type the code");
        Assert.False(Assert.Single(Calls(SlackResponses.Method)).IsRight);
        Assert.True(Assert.Single(Calls("chat.update")).IsRight);
    }

    [Fact]
    public async Task After_half_an_hour_it_is_a_change()
    {
        var chat = _host.SlackChat(_host.Somebody());
        await chat.Says("register").Sees("");
        var late = chat.Tap(chat.ButtonFor("cancel"));
        _host.Clock.Advance(TimeSpan.FromMinutes(31));
        await chat.Says("reset").Sees("step 1 of 2");
        var tap = chat.Tap(chat.ButtonFor("email"));
        tap["response_url"] = late["response_url"]!.DeepClone();
        await chat.SendAsync(tap);
        Assert.Equal("expired_url", (string?)Assert.Single(Calls(SlackResponses.Method)).Answer!["error"]);
        Assert.Contains(Calls("chat.update"), call => call.IsRight && call.Arguments["blocks"]!.ToJsonString().Contains("email", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("https://hooks.slack.com/actions/T1/1/x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("no address")]
    public async Task Nothing_goes_to_an_address_that_is_not_beside_the_Web_API(string address)
    {
        var chat = _host.SlackChat(_host.Somebody());
        await chat.Says("reset").Sees("step 1 of 2");
        var tap = chat.Tap(chat.ButtonFor("email"));
        tap["response_url"] = address;
        await chat.SendAsync(tap);
        await chat.SeesEver("Type the code");
        Assert.Empty(Calls(SlackResponses.Method));
        Assert.True(Assert.Single(Calls("chat.update")).IsRight);
    }

    [Fact]
    public async Task The_address_is_nowhere_in_clear_while_it_waits()
    {
        var chat = _host.SlackChat(_host.Somebody());
        _host.Slack!.Responses.Script.Enqueue("500");
        _host.Slack.Script("chat.update", "429");
        await chat.Says("reset").Sees("step 1 of 2").Taps("email").Sees("Type the code");
        Assert.DoesNotContain(SlackResponses.Path + SlackStandIn.Team, _host.StoredBytes() + string.Join('\n', _host.Log), StringComparison.Ordinal);
        _host.Clock.Advance(TimeSpan.FromSeconds(10));
        await _host.QuietAsync();
        Assert.Single(Calls(SlackResponses.Method));
        Assert.True(Calls("chat.update").Last().IsRight);
    }

    [Fact]
    public async Task Where_nothing_answers_at_that_address_one_answer_waits_a_moment_and_no_other_for_a_minute()
    {
        var (chat, other) = (_host.SlackChat(_host.Somebody()), _host.SlackChat(_host.Somebody()));
        await other.Says("reset").Sees("step 1 of 2");
        await chat.Says("reset").Sees("step 1 of 2");
        _host.Slack!.Responses.Script.Enqueue("silence");
        await chat.PostAsync(chat.Tap(chat.ButtonFor("email")));
        await _host.Slack.Responses.Silent.Task.WaitAsync(TimeSpan.FromSeconds(20));
        _host.Clock.Advance(TimeSpan.FromSeconds(1.5));
        await chat.SeesEver("Type the code");
        await _host.QuietAsync();
        Assert.Contains(_host.Log, line => line.Contains("127.0.0.1 cannot be reached", StringComparison.Ordinal));
        await other.SendAsync(other.Tap(other.ButtonFor("email")));
        await other.SeesEver("Type the code");
        Assert.Empty(Calls(SlackResponses.Method));
        Assert.Equal(2, Calls("chat.update").Count(call => call.IsRight));
        _host.Clock.Advance(TimeSpan.FromMinutes(1));
        await chat.SendAsync(chat.Tap(chat.ButtonFor("cancel")));
        Assert.Single(Calls(SlackResponses.Method), call => call.IsRight);
    }

    private IEnumerable<SlackCall> Calls(string method) => _host.Slack!.Calls.Where(call => call.Method == method);
}
