using System.Net;
using System.Text.Json.Nodes;
using ResetBot.Testing.Conversations;
using ResetBot.Testing.Slack;
using Xunit;

namespace ResetBot.ConversationTests.Slack;

/// <summary>The token of the configuration is refused from the start: Slack is answered, is not asked at each request, and the log says it once.</summary>
public sealed class SlackRefusedTokens : IAsyncLifetime
{
    private ChatHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await ChatHost.StartAsync(new ChatHostSettings { InSlack = true, ExtraPeople = 5 });

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("invalid_auth")]
    [InlineData("token_revoked")]
    [InlineData("account_inactive")]
    public async Task Everything_is_acknowledged_and_Slack_is_asked_once(string error)
    {
        _host.Slack!.TokenIs = error;
        var chat = _host.SlackChat(_host.Somebody());
        Assert.Equal(HttpStatusCode.OK, (await chat.SendAsync(chat.Message("reset"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await chat.SendAsync(chat.Message("reset"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await chat.SendAsync(SlackWire.Event(chat.User, new JsonObject { ["type"] = "app_uninstalled" }))).Status);
        Assert.Equal("auth.test", Assert.Single(_host.Slack.Calls).Method);
        Assert.Equal(1, Told(error));
    }

    [Fact]
    public async Task It_is_asked_about_again_after_five_minutes_and_serves_once_Slack_takes_it()
    {
        _host.Slack!.TokenIs = "invalid_auth";
        var chat = _host.SlackChat(_host.Somebody());
        await chat.SendAsync(chat.Message("reset"));
        _host.Clock.Advance(TimeSpan.FromMinutes(5));
        await chat.SendAsync(chat.Message("reset"));
        Assert.Equal((2, 1), (_host.Slack.Calls.Count, Told("invalid_auth")));
        _host.Slack.TokenIs = null;
        _host.Clock.Advance(TimeSpan.FromMinutes(5));
        await chat.Says("reset").Sees("step 1 of 2");
        Assert.Equal(1, _host.Count(chat.Person, "CaseStarted"));
    }

    private int Told(string error) => _host.Log.Count(line => line.Contains($"Slack refuses Slack:BotToken ({error})", StringComparison.Ordinal));
}
