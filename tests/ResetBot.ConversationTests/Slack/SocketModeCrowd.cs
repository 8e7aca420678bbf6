using ResetBot.Testing.Conversations;
using ResetBot.Testing.Slack;
using Xunit;

namespace ResetBot.ConversationTests.Slack;

/// <summary>As many connections as Slack gives an app. https://docs.slack.dev/apis/events-api/using-socket-mode#using-multiple-connections</summary>
public sealed class SocketModeCrowd : SocketModeScene
{
    protected override ChatHostSettings Settings => new() { ExtraPeople = 20, Arguments = ["Slack:Sockets=10"] };

    protected override int Connections => 10;

    [Fact]
    public async Task Ten_are_open_at_once_and_what_comes_over_each_acts_once()
    {
        Assert.Equal((10, 10), (Sockets.Opened, Sockets.Lines.Count));
        var chats = Enumerable.Range(0, 20).Select(_ => Host.SlackChat(Host.Somebody())).ToList();
        var slowest = await SlackFlood.SlowestAsync(Enumerable.Range(0, 100).Select(number => (chats[number % 20], chats[number % 20].Message(number < 20 ? "reset" : "help"))));
        Assert.True(slowest < TimeSpan.FromSeconds(3), $"One was acknowledged after {slowest}.");
        await Host.QuietAsync();
        Assert.All(chats, chat => Assert.Equal(1, Host.Count(chat.Person, "CaseStarted")));
        Assert.All(chats, chat => Assert.Equal(4, chat.All.Count(message => message.Text.Contains("What I can do", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task One_event_that_comes_over_all_of_them_acts_once()
    {
        var chat = Host.SlackChat(Host.Somebody());
        var message = chat.Message("reset");
        var answers = await Task.WhenAll(Sockets.Lines.Select(line => line.AskAsync(SlackSockets.Envelope("events_api", message))));
        Assert.All(answers, answer => Assert.True(answer.IsAcknowledged));
        await chat.SeesEver("step 1 of 2");
        await Host.QuietAsync();
        Assert.Single(chat.All, seen => seen.Text.Contains("step 1 of 2", StringComparison.Ordinal));
        Assert.Equal(1, Host.Count(chat.Person, "CaseStarted"));
    }
}
