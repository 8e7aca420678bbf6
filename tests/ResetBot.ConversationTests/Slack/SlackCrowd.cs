using System.Net;
using System.Text.Json.Nodes;
using ResetBot.Testing.Conversations;
using ResetBot.Testing.Slack;
using Xunit;

namespace ResetBot.ConversationTests.Slack;

/// <summary>More people at once than Slack lets an app ask about, and more said in each conversation than it takes in a second.</summary>
public sealed class SlackCrowd : IAsyncLifetime
{
    private const int People = 120;

    private ChatHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await ChatHost.StartAsync(new ChatHostSettings { InSlack = true, Arguments = ["Slack:PersonKept=00:05:00"] });
        _host.Slack!.Limits.SetAll(_host.Clock);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Whoever_types_or_taps_under_the_limits_of_Slack_gets_every_answer_once()
    {
        var chats = Enumerable.Range(0, People).Select(_ => _host.SlackChat(_host.Somebody())).ToList();
        await AllAsync(chats, (chat, _) => Task.FromResult(chat.Message("reset")), "step 1 of 2");
        await AllAsync(chats, (chat, number) => Task.FromResult(number % 2 == 0 ? chat.Message("email") : chat.Tap(chat.ButtonFor("email"))), "Type the code");
        await AllAsync(chats, async (chat, _) => chat.Message(await _host.Outbox.CodeAsync(chat.Person.Email)), "That is right");
        foreach (var chat in chats)
        {
            Assert.Equal((1, 1), (_host.Count(chat.Person, "CaseStarted"), _host.Count(chat.Person, "GatePassed")));
            Assert.Equal(2, chat.All.Count(message => !message.Replaces && message.Text.Contains("Type the code", StringComparison.Ordinal)));
        }

        // It was under the limits: Slack refused some of what it was asked.
        Assert.Contains(_host.Slack!.Calls, call => call is { Method: "users.info", Answer: null });
        Assert.Contains(_host.Slack.Calls, call => call is { Method: "chat.postMessage", Answer: null });
        Assert.DoesNotContain(_host.Slack.Calls, call => call is { Method: "chat.update", Answer: null });
    }

    // Everybody does something at once, and time passes until they were all answered, once each.
    private async Task AllAsync(IReadOnlyList<SlackChatDriver> chats, Func<SlackChatDriver, int, Task<JsonObject>> act, string words)
    {
        await Parallel.ForEachAsync(chats.Index(), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (one, _) =>
            Assert.Equal(HttpStatusCode.OK, (await one.Item.PostAsync(await act(one.Item, one.Index))).Status));
        for (var second = 0; second < 90; second++)
        {
            await _host.QuietAsync();
            _host.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        await _host.QuietAsync();
        Assert.All(chats, chat => Assert.Single(chat.All, message => !message.Replaces && message.Text.Contains(words, StringComparison.Ordinal)));
    }
}
