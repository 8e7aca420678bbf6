using System.Text.RegularExpressions;
using ResetBot.Testing.Conversations;
using ResetBot.Testing.Slack;
using Xunit;

namespace ResetBot.ConversationTests.Slack;

/// <summary>People whose address in Slack says nothing of who they are in the company.</summary>
public partial class LinkScene : IAsyncLifetime
{
    protected ChatHost Host { get; private set; } = null!;

    protected EditedDirectory Directory { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Host = await ChatHost.StartAsync(
        new ChatHostSettings { InSlack = true, Directory = directory => Directory = new EditedDirectory(directory) });

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Somebody whom Slack knows by a private address, and Teams by their account.</summary>
    protected (SlackChatDriver Slack, ChatDriver Teams) Unknown(Person? person = null)
    {
        var somebody = person ?? Host.Somebody();
        var slack = Host.SlackChat(somebody);
        slack.User.Email = $"{slack.User.Id}@home.example";
        return (slack, Host.Chat(somebody));
    }

    /// <summary>The same, linked.</summary>
    protected async Task<(SlackChatDriver Slack, ChatDriver Teams)> LinkedAsync(Person? person = null)
    {
        var (slack, teams) = Unknown(person);
        await slack.Says("link " + await CodeAsync(teams)).Sees("From now on I know you here as " + teams.Person.UserName);
        await teams.Sees("Done: " + NameOf(slack));
        return (slack, teams);
    }

    /// <summary>Shows the password where the person is known, and gets a code there.</summary>
    protected static async Task<string> CodeAsync(ChatDriver chat)
    {
        using var page = await PageDriver.OpenAsync(await chat.Says("link").Sees("First show that it is you"));
        await page.SubmitAsync(("oldPassword", chat.Person.Password));
        await chat.Sees("Send: link ");
        return DigitsIn(chat.Seen.Text);
    }

    /// <summary>What messages call somebody in Slack: digits of a name are not in it.</summary>
    protected static string NameOf(SlackChatDriver chat) => $"{chat.User.Name.Split(' ')[0]} ({chat.User.Id})";

    /// <summary>The code in what a card or a page says.</summary>
    protected static string DigitsIn(string text) => Code().Match(text).Groups[1].Value;

    [GeneratedRegex(@"link ([0-9]{8})(?![0-9])")]
    private static partial Regex Code();
}
