using ResetBot.Bot.Operations.Control;

namespace ResetBot.Bot.Operations.Accounts;

/// <summary>
/// <c>account cases</c>, <c>account show NAME</c>, <c>account freeze NAME --why TEXT</c>, <c>account open NAME --why TEXT</c>, <c>account passcode NAME --why TEXT</c>. Ends with 0 when it was done, 1 when it
/// was refused, 2 when it cannot be done.
/// </summary>
internal static class AccountVerb
{
    private const string Usage =
        "Use: account cases, account show NAME, account freeze NAME --why TEXT, account open NAME --why TEXT, account passcode NAME --why TEXT, with a text of at most 300 letters";

    public static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        var (rest, why) = ControlVerb.TakeWhy(args);
        if (rest is ["cases", ..] && why is null && (rest.Length == 1 || rest[1].StartsWith("--", StringComparison.Ordinal)))
        {
            return await ControlVerb.RunAsync(output, () => ControlVerb.AskAsync(new ControlRequest("account cases", "", ControlVerb.By, ""), rest[1..]));
        }

        if (rest is not [("show" or "freeze" or "open" or "passcode") and var verb, var name, ..]
            || name.StartsWith("--", StringComparison.Ordinal)
            || why is { Length: 0 or > ControlVerb.LongestWhy }
            || (verb != "show" && why is null))
        {
            await output.WriteLineAsync(Usage);
            return ControlAnswer.Impossible;
        }

        return await ControlVerb.RunAsync(
            output, () => ControlVerb.AskAsync(new ControlRequest("account " + verb, name, ControlVerb.By, why ?? ""), rest[2..]));
    }
}
