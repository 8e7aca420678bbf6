using System.Text.RegularExpressions;
using ResetBot.Testing.Slack;

namespace ResetBot.ConversationTests.Kill;

/// <summary>What people do in Slack.</summary>
internal static partial class FlowsInSlack
{
    public static async Task ResetAsync(KilledPerson person)
    {
        using var slack = person.InSlack();
        await KilledFlow.ResetAsync(slack);
    }

    /// <summary>Somebody whose address in Slack says nothing.</summary>
    public static async Task LinkAsync(KilledPerson person)
    {
        using var slack = person.InSlack();
        ((SlackChatDriver)slack.Chat).User.Email = "private@home.example";
        await person.SaysAsync("link");
        await person.OnPageAsync(await person.Chat.Sees("First show that it is you", "Number: "));
        await person.Chat.Sees("Send: link ");
        await slack.SaysAsync(Code().Match(person.Chat.Seen.Text).Value);
        await slack.Chat.SeesEver("From now on I know you here as");
        await person.Chat.SeesEver("counts as you there now");
        await slack.SaysAsync("status");
        await slack.Chat.SeesEver("Your account");
    }

    [GeneratedRegex("link [0-9]{8}")]
    private static partial Regex Code();
}
