using ResetBot.Bot.Operations.Control;
using ResetBot.Recovery.Policy;

namespace ResetBot.Bot.Operations.Policies;

/// <summary>
/// <c>policy export FILE</c>, <c>policy check FILE</c>, <c>policy import FILE [--why TEXT]</c>. A service that runs on the data directory is asked
/// to do it, and follows the new version at once; otherwise it is done here. Ends with 0 when it was done, 1 when it was refused, 2 when it cannot be done.
/// </summary>
internal static class PolicyVerb
{
    private const string Usage = "Use: policy export FILE, policy check FILE, policy import FILE [--why TEXT], with a text of at most 300 letters";

    public static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        var (rest, why) = ControlVerb.TakeWhy(args);
        if (rest is not [("export" or "check" or "import") and var verb, var file, ..]
            || file.StartsWith("--", StringComparison.Ordinal)
            || why is { Length: 0 or > ControlVerb.LongestWhy })
        {
            await output.WriteLineAsync(Usage);
            return ControlAnswer.Impossible;
        }

        return await ControlVerb.RunAsync(output, () => verb == "export" ? ExportAsync(file, rest[2..]) : ReadAsync(verb, file, why, rest[2..]));
    }

    private static async Task<ControlAnswer> ExportAsync(string file, string[] settings)
    {
        if (File.Exists(file))
        {
            return new ControlAnswer(ControlAnswer.Refused, [$"{file} is there already, and stays as it is."]);
        }

        var answer = await ControlVerb.AskAsync(new ControlRequest("policy export", "", ControlVerb.By, ""), settings);
        if (answer.Text is { } exported)
        {
            await File.WriteAllTextAsync(file, exported);
        }

        return answer;
    }

    private static async Task<ControlAnswer> ReadAsync(string verb, string file, string? why, string[] settings)
    {
        if (new FileInfo(file) is { Exists: true, Length: > PolicyFileReader.Longest })
        {
            throw new IOException($"{file} is larger than {PolicyFileReader.Longest} bytes.");
        }

        var text = await File.ReadAllTextAsync(file);
        return await ControlVerb.AskAsync(
            new ControlRequest("policy " + verb, text, ControlVerb.By, why ?? $"imported from {Path.GetFileName(file)}"), settings);
    }
}
