using ResetBot.Testing.Conversations;
using ResetBot.Testing.Slack;
using Xunit;

namespace ResetBot.ConversationTests.Slack;

/// <summary>Slack does not draw a card: its words come all the same, and what it asks is answered by typing.</summary>
public sealed class SlackUndrawnCards : IAsyncLifetime
{
    private const string Post = "chat.postMessage";
    private const string Change = "chat.update";

    private ChatHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await ChatHost.StartAsync(new ChatHostSettings { InSlack = true, ExtraPeople = 5 });

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("invalid_blocks")]
    [InlineData("invalid_blocks_format")]
    [InlineData("msg_blocks_too_long")]
    [InlineData("invalid_arguments")]
    public async Task A_question_comes_in_words_and_is_answered(string error)
    {
        var chat = _host.SlackChat(_host.Somebody());
        await chat.Says("hello").Sees("");
        _host.Slack!.Script(Post, error);
        await chat.SendAsync(chat.Message("reset"));
        var sent = Calls(Post).TakeLast(2).ToList();
        Assert.Equal([error, null], sent.Select(call => (string?)call.Answer!["error"]));
        Assert.False(sent[1].Arguments.ContainsKey("blocks"));
        Assert.Equal((string?)sent[0].Arguments["text"], (string?)sent[1].Arguments["text"]);
        Assert.NotEmpty((string)sent[1].Arguments["text"]!);
        Assert.Single(_host.Log, line => line.StartsWith($"Warning: Slack did not draw a card ({error} of {Post})", StringComparison.Ordinal));
        Assert.DoesNotContain(_host.Log, line => line.Contains("dead letter", StringComparison.Ordinal));
        await chat.Says("email").Sees("Type the code");
    }

    [Fact]
    public async Task A_link_and_its_number_come_in_words_in_the_message_and_are_not_read_out()
    {
        var chat = _host.SlackChat(_host.Somebody());
        await chat.Says("hello").Sees("");
        _host.Slack!.Script(Post, "invalid_blocks");
        await chat.SendAsync(chat.Message("register"));
        await chat.Sees("First show that it is you", "Number: ");
        Assert.NotEmpty(chat.Seen.PageNumber);
        using var page = await PageDriver.OpenAsync(chat.Seen);
        Assert.DoesNotContain("/s/", (string)Calls(Post).Last().Arguments["text"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_that_is_closed_loses_its_buttons_in_any_case()
    {
        var chat = _host.SlackChat(_host.Somebody());
        await chat.Says("reset").Sees("step 1 of 2");
        _host.Slack!.Script(Change, "invalid_blocks");
        await chat.Says("cancel").Sees("Stopped.");
        await _host.QuietAsync();
        var changed = Calls(Change).ToList();
        Assert.Equal([false, true], changed.Select(call => call.IsRight));
        Assert.Empty(changed[1].Arguments["blocks"]!.AsArray());
    }

    [Fact]
    public async Task What_Slack_does_not_take_in_words_either_is_put_aside()
    {
        var chat = _host.SlackChat(_host.Somebody());
        await chat.Says("hello").Sees("");
        _host.Slack!.Script(Post, "invalid_blocks", "msg_too_long");
        await chat.SendAsync(chat.Message("status"));
        Assert.Equal(["invalid_blocks", "msg_too_long"], Calls(Post).TakeLast(2).Select(call => (string?)call.Answer!["error"]));
        Assert.Single(_host.Log, line => line.Contains("is a dead letter: msg_too_long", StringComparison.Ordinal));
    }

    private IEnumerable<SlackCall> Calls(string method) => _host.Slack!.Calls.Where(call => call.Method == method);
}
