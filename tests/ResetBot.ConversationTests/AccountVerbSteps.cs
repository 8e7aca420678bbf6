using ResetBot.Bot.Operations.Accounts;
using ResetBot.Testing.Conversations;

namespace ResetBot.ConversationTests;

/// <summary>What whoever runs the service types about an account.</summary>
internal static class AccountVerbSteps
{
    /// <summary>Runs <c>account …</c> on the data directory of a host, whether that runs or not; gives how it ended and what it said.</summary>
    public static Task<(int Exit, string Said)> AccountAsync(this ChatHost host, params string[] arguments) =>
        RunAsync(host.DataDirectory, [.. arguments, "--Demo:ExtraPeople=1000"]);

    /// <summary>The same on any data directory.</summary>
    public static async Task<(int Exit, string Said)> RunAsync(string dataDirectory, params string[] arguments)
    {
        await using var said = new StringWriter();
        var exit = await AccountVerb.RunAsync([.. arguments, "--environment=Development", "--ResetBot:DataDirectory=" + dataDirectory], said);
        return (exit, said.ToString());
    }

    /// <summary>The passcode in what was said when it was given out.</summary>
    public static string PasscodeIn(string said) => new([.. said.Split(": ")[1].Where(char.IsAsciiDigit).Take(8)]);
}
