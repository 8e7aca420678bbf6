using System.Net;
using System.Text.Json.Nodes;
using ResetBot.Testing.Conversations;
using ResetBot.Testing.Slack;
using Xunit;

namespace ResetBot.ConversationTests.Slack;

/// <summary>The app is removed from Slack, or its token revoked: nobody calls there over and over, and nothing is believed that Slack does not confirm.</summary>
public sealed class SlackRemovals : IAsyncLifetime
{
    private ChatHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await ChatHost.StartAsync(new ChatHostSettings { InSlack = true, ExtraPeople = 5 });

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("account_inactive", """{"type":"app_uninstalled"}""")]
    [InlineData("token_revoked", """{"type":"tokens_revoked","tokens":{"oauth":[],"bot":["U0BOT"]}}""")]
    public async Task After_it_nothing_is_sent_any_more_also_after_a_restart(string error, string happened)
    {
        var chat = _host.SlackChat(_host.Somebody());
        await chat.Says("reset").Sees("step 1 of 2");
        _host.Slack!.TokenIs = error;
        Assert.Equal(HttpStatusCode.OK, await TellAsync(chat, happened));
        await _host.RestartAsync();
        var called = _host.Slack.Calls.Count;
        await _host.PassAsync(TimeSpan.FromHours(1));
        _host.Clock.Advance(TimeSpan.FromHours(2));
        await _host.QuietAsync();
        Assert.Equal(called, _host.Slack.Calls.Count);
    }

    [Theory]
    [InlineData("""{"type":"app_uninstalled"}""")]
    [InlineData("""{"type":"tokens_revoked","tokens":{"oauth":["U0SOMEBODY"],"bot":["U0OTHER"]}}""")]
    [InlineData("""{"type":"tokens_revoked","tokens":{"oauth":["U0SOMEBODY"]}}""")]
    public async Task While_the_token_holds_everything_goes_on(string happened)
    {
        var chat = _host.SlackChat(_host.Somebody());
        await chat.Says("reset").Sees("step 1 of 2");
        Assert.Equal(HttpStatusCode.OK, await TellAsync(chat, happened));
        await chat.Says("cancel").Sees("Stopped");
    }

    [Fact]
    public async Task What_Slack_does_not_confirm_now_it_is_asked_again()
    {
        var chat = _host.SlackChat(_host.Somebody());
        await chat.Says("hello").Sees("");
        _host.Slack!.Script("auth.test", "500");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await TellAsync(chat, """{"type":"app_uninstalled"}"""));
        await chat.Says("help").Sees("What I can do");
    }

    private static async Task<HttpStatusCode> TellAsync(SlackChatDriver chat, string happened) =>
        (await chat.PostAsync(SlackWire.Event(chat.User, JsonNode.Parse(happened)!.AsObject()))).Status;
}
