using System.Net;
using ResetBot.Testing.Conversations;
using ResetBot.Testing.Slack;
using Xunit;

namespace ResetBot.ConversationTests.Slack;

/// <summary>On the day on which the signing secret is changed both are good, and then the new one alone.</summary>
public sealed class SlackSecrets : IAsyncLifetime
{
    private const string Before = "ffffffffffffffffffffffffffffffff";

    private static readonly HttpClient Client = new();

    private ChatHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await ChatHost.StartAsync(new ChatHostSettings { InSlack = true, ExtraPeople = 4 });
        _host.Changed = ["Slack:PreviousSigningSecret=" + Before];
        await _host.RestartAsync();
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData(SlackStandIn.SigningSecret, HttpStatusCode.OK)]
    [InlineData(Before, HttpStatusCode.OK)]
    [InlineData("eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee", HttpStatusCode.Unauthorized)]
    public async Task Both_are_good_and_no_other_is(string secret, HttpStatusCode expected)
    {
        var chat = _host.SlackChat(_host.Somebody());
        Assert.Equal(expected, await SendAsync(chat, secret));
        await _host.QuietAsync();
        Assert.Equal(expected == HttpStatusCode.OK ? 1 : 0, _host.Count(chat.Person, "CaseStarted"));
    }

    [Fact]
    public async Task The_old_one_is_worth_nothing_once_it_is_gone_from_the_settings()
    {
        _host.Changed = [];
        await _host.RestartAsync();
        var chat = _host.SlackChat(_host.Somebody());
        Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync(chat, Before));
        Assert.Equal(0, _host.Count(chat.Person, "CaseStarted"));
        await chat.Says("reset").Sees("step 1 of 2");
    }

    private async Task<HttpStatusCode> SendAsync(SlackChatDriver chat, string secret)
    {
        using var request = SlackWire.Request(_host.Address, chat.Message("reset").ToJsonString(), SlackWire.Json, _host.Clock.GetUtcNow(), secret);
        using var answer = await Client.SendAsync(request);
        return answer.StatusCode;
    }
}
