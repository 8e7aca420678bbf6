using ResetBot.Bot.Operations.Accounts;
using ResetBot.Testing.Conversations;

namespace ResetBot.ConversationTests;

/// <summary>What whoever runs the service types about an account.</summary>
internal static class AccountVerbSteps
{
    /// <summary>Runs <c>account …</c> on the data directory of a host, whether that runs or not; gives how it ended and what it said.</summary>
    public static async Task<(int Exit, string Said)> AccountAsync(this ChatHost host, params string[] arguments)
    {
        await using var said = new StringWriter();
        var exit = await AccountVerb.RunAsync(
            [.. arguments, "--environment=Development", "--Demo:ExtraPeople=1000", "--ResetBot:DataDirectory=" + host.DataDirectory], said);
        return (exit, said.ToString());
    }
}
