using System.Text.RegularExpressions;
using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests;

/// <summary>A company in which a manager may approve. Person 12 reports to person 1.</summary>
public partial class ApprovalScene : HostedStories, IAsyncLifetime
{
    protected ChatHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Host = await StartAsync();
        await Host.EveryoneFollowsAsync("methodsAllowed: [email, sms, managerApproval]");
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>The number that a person tells their manager, in what they see.</summary>
    protected static string Number(string seen) => NumberIn(seen);

    internal static string NumberIn(string seen) => Shown().Match(seen).Groups["number"].Value;

    /// <summary>Has the manager asked; gives the number.</summary>
    protected static async Task<string> AsksAsync(ChatDriver chat)
    {
        await chat.Says("reset").Sees("step 1 of 2").Says("manager").Sees("Tell your manager this number", "Person");
        return Number(chat.Seen.Text);
    }

    /// <summary>The same, with the manager in a chat who sees the question.</summary>
    protected async Task<(ChatDriver Manager, ChatDriver Chat, string Number)> AskedAsync()
    {
        var manager = Host.Chat(Person.Generated(1));
        await manager.Says("hello").Sees("");
        var chat = Host.Chat(Person.Generated(12));
        return (manager, chat, await AsksAsync(chat));
    }

    /// <summary>The account of somebody is recovered, by e-mail and text message.</summary>
    internal static async Task RecoversAsync(ChatHost host, Person person)
    {
        var chat = host.Chat(person);
        await chat.Says("reset").Sees("step 1 of 2").Says("email").Sees("Type the code");
        await chat.Says(() => host.Outbox.CodeAsync(person.Email)).Sees("step 2 of 2").Says("sms").Sees("Type the code");
        using var page = await PageDriver.OpenAsync(await chat.Says(() => host.Outbox.CodeAsync(person.Mobile)).Sees("Choose your new password"));
        await page.SavesAsync(Steps.GoodPassword);
        await chat.Sees("Your password is changed");
    }

    [GeneratedRegex(@"Number\s*:?\s*(?<number>\d{3})(?!\d)")]
    private static partial Regex Shown();
}
