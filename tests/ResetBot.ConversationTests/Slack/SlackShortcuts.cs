using System.Net;
using ResetBot.Testing.Conversations;
using ResetBot.Testing.Slack;
using Xunit;

namespace ResetBot.ConversationTests.Slack;

/// <summary>A shortcut is used anywhere in Slack, and goes on in the person's own conversation, to which a window leads.</summary>
public sealed class SlackShortcuts : IAsyncLifetime
{
    private const string Method = "views.open";

    private ChatHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await ChatHost.StartAsync(new ChatHostSettings { InSlack = true });

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_window_says_where_it_goes_on_and_leads_there()
    {
        var chat = _host.SlackChat(_host.Somebody(), "sv-SE");
        await chat.Says("hej").Sees("");
        Assert.Equal(HttpStatusCode.OK, await UsesAsync(chat));
        await chat.Sees("steg 1 av 2");
        var shown = Assert.Single(Shown()).Arguments["view"]!["blocks"]!;
        Assert.Equal("Vi fortsätter i vår konversation", (string?)shown[0]!["text"]!["text"]);
        Assert.Contains($"app_redirect?channel={chat.User.Direct}", shown.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_never_wrote_is_told_too_and_one_trigger_opens_one_window()
    {
        var chat = _host.SlackChat(_host.Somebody());
        var trigger = _host.Slack!.Triggers.Issue();
        await UsesAsync(chat, trigger);
        await UsesAsync(chat, trigger);
        await chat.Sees("step 1 of 2").SeesNo("step 1 of 2");
        Assert.DoesNotContain("app_redirect", Shown().First().Arguments["view"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal([null, "exchanged_trigger_id"], Shown().Select(call => (string?)call.Answer?["error"]));
    }

    [Fact]
    public async Task For_who_never_wrote_the_window_leads_there_once_the_conversation_is_there()
    {
        var chat = _host.SlackChat(_host.Somebody(), "sv-SE");
        await UsesAsync(chat);
        await chat.Sees("steg 1 av 2");
        var replaced = Assert.Single(_host.Slack!.Calls, call => call.Method == "views.update");
        Assert.True(replaced.IsRight);
        Assert.Equal(Assert.Single(Shown()).Answer!["view"]!["id"]!.ToString(), (string?)replaced.Arguments["view_id"]);
        Assert.Contains($"app_redirect?channel={chat.User.Direct}", replaced.Arguments["view"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("Vi fortsätter i vår konversation", (string?)replaced.Arguments["view"]!["blocks"]![0]!["text"]!["text"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not_found")]
    [InlineData("hash_conflict")]
    [InlineData("429")]
    public async Task A_window_that_was_closed_meanwhile_is_nobodys_trouble(string answer)
    {
        var chat = _host.SlackChat(_host.Somebody());
        _host.Slack!.Script("views.update", answer);
        Assert.Equal(HttpStatusCode.OK, await UsesAsync(chat));
        await chat.Sees("step 1 of 2");
    }

    [Fact]
    public async Task A_trigger_that_is_too_old_opens_nothing_and_the_command_is_done()
    {
        var chat = _host.SlackChat(_host.Somebody());
        var trigger = _host.Slack!.Triggers.Issue();
        _host.Clock.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(HttpStatusCode.OK, await UsesAsync(chat, trigger));
        await chat.Sees("step 1 of 2");
        Assert.Equal("expired_trigger_id", (string?)Assert.Single(Shown()).Answer?["error"]);
    }

    [Fact]
    public async Task A_window_that_Slack_does_not_open_in_time_holds_nothing_up()
    {
        var chat = _host.SlackChat(_host.Somebody());
        _host.Slack!.Script(Method, "silence");
        var used = UsesAsync(chat);
        await chat.SeesEver("step 1 of 2");
        _host.Clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(HttpStatusCode.OK, await used);
    }

    private async Task<HttpStatusCode> UsesAsync(SlackChatDriver chat, string? trigger = null)
    {
        var payload = SlackWire.Shortcut(chat.User, "reset", trigger ?? _host.Slack!.Triggers.Issue());
        return (await chat.PostAsync(SlackWire.FormOf(payload), SlackWire.Form)).Status;
    }

    private IEnumerable<SlackCall> Shown() => _host.Slack!.Calls.Where(call => call.Method == Method);
}
