namespace ResetBot.Bot.Operations;

/// <summary>Says which verbs there are. Ends with 2.</summary>
internal static class NoVerb
{
    public static async Task<int> RunAsync(string verb, TextWriter output)
    {
        await output.WriteLineAsync(
            $"There is no command '{verb}'. There are: audit verify, policy export, policy check, policy import, account show, account freeze, account open, account passcode");
        return 2;
    }
}
