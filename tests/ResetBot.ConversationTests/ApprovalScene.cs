using System.Text.RegularExpressions;
using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests;

/// <summary>A company in which a manager may approve. Person 12 reports to person 1.</summary>
public partial class ApprovalScene : IAsyncLifetime
{
    protected ChatHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Host = await ChatHost.StartAsync();
        await Host.EveryoneFollowsAsync("methodsAllowed: [email, sms, managerApproval]");
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>The number that a person tells their manager, in what they see.</summary>
    protected static string Number(string seen) => Shown().Match(seen).Groups["number"].Value;

    /// <summary>Has the manager asked; gives the number.</summary>
    protected static async Task<string> AsksAsync(ChatDriver chat)
    {
        await chat.Says("reset").Sees("step 1 of 2").Says("manager").Sees("Tell your manager this number", "Person");
        return Number(chat.Seen.Text);
    }

    [GeneratedRegex(@"Number\s*:?\s*(?<number>\d{3})(?!\d)")]
    private static partial Regex Shown();
}
