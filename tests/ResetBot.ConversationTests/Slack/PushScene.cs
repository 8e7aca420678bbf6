using ResetBot.Testing.Conversations;
using ResetBot.Testing.Slack;
using Xunit;

namespace ResetBot.ConversationTests.Slack;

/// <summary>People who chat in Slack and in Teams, and register the one in the other.</summary>
public class PushScene : IAsyncLifetime
{
    protected ChatHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Host = await ChatHost.StartAsync(new ChatHostSettings { InSlack = true });

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Somebody in both chats.</summary>
    protected async Task<(SlackChatDriver Slack, ChatDriver Teams)> InBothAsync(Person? person = null)
    {
        var somebody = person ?? Host.Somebody();
        var (slack, teams) = (Host.SlackChat(somebody), Host.Chat(somebody));
        await slack.Says("hello").Sees("");
        return (slack, teams);
    }

    /// <summary>The same, who has registered both chats, which count by now.</summary>
    protected async Task<(SlackChatDriver Slack, ChatDriver Teams)> LinkedAsync(Person? person = null)
    {
        var (slack, teams) = await InBothAsync(person);
        await LinkAsync(slack, teams);
        await teams.Says("done").Sees("All set");
        Host.Clock.Advance(TimeSpan.FromHours(25));
        return (slack, teams);
    }

    /// <summary>Registers one chat in another one, in the middle of registering.</summary>
    protected async Task LinkAsync(ChatDriver other, ChatDriver here)
    {
        await here.BeginsToRegisterAsync();
        await here.Says("push").Sees("Type this number in");
        var number = ApprovalScene.NumberIn(here.Seen.Text);
        await other.Sees("Is it you?", "wants to change how you prove who you are").Says(number).Sees("Thank you. You can go on in");
        await here.Sees("Registered").Sees("Register a method");
    }

    /// <summary>Passes the first gate by e-mail, and has the person asked in the other chat; gives the number.</summary>
    protected async Task<string> AsksAsync(ChatDriver here)
    {
        await PassesFirstAsync(here);
        await here.Says("push").Sees("Type this number in");
        return ApprovalScene.NumberIn(here.Seen.Text);
    }

    /// <summary>Passes the first gate by e-mail.</summary>
    protected async Task PassesFirstAsync(ChatDriver here)
    {
        await here.Says("reset").Sees("step 1 of 2").Says("email").Sees("Type the code");
        await here.Says(() => Host.Outbox.CodeAsync(here.Person.Email)).Sees("step 2 of 2");
    }
}
