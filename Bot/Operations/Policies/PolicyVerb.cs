using System.Data.Common;
using Microsoft.Extensions.Options;
using ResetBot.Bot.Hosting;
using ResetBot.Recovery.Policy;

namespace ResetBot.Bot.Operations.Policies;

/// <summary>
/// <c>policy export FILE</c>, <c>policy check FILE</c>, <c>policy import FILE [--why TEXT]</c>. A service that runs on the data directory is asked
/// to do it, and follows the new version at once; otherwise it is done here. Ends with 0 when it was done, 1 when it was refused, 2 when it cannot be done.
/// </summary>
internal static class PolicyVerb
{
    private const int LongestWhy = 300;
    private const string Usage = "Use: policy export FILE, policy check FILE, policy import FILE [--why TEXT], with a text of at most 300 letters";

    public static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        var (rest, why) = TakeWhy(args);
        if (rest is not [("export" or "check" or "import") and var verb, var file, ..] || file.StartsWith("--", StringComparison.Ordinal) || why is { Length: 0 or > LongestWhy })
        {
            await output.WriteLineAsync(Usage);
            return ControlAnswer.Impossible;
        }

        try
        {
            if (verb == "export" && File.Exists(file))
            {
                await output.WriteLineAsync($"{file} is there already, and stays as it is.");
                return ControlAnswer.Refused;
            }

            var text = verb == "export" ? "" : await ReadAsync(file);
            var by = $"console/{Environment.UserName}";
            var answer = await AnswerAsync(new ControlRequest(verb, text, by, why ?? $"imported from {Path.GetFileName(file)}"), rest[2..]);
            foreach (var line in answer.Lines)
            {
                await output.WriteLineAsync(line);
            }

            if (answer.Text is { } exported)
            {
                await File.WriteAllTextAsync(file, exported);
            }

            return answer.ExitCode;
        }
        catch (OptionsValidationException faults)
        {
            await output.WriteLineAsync("The configuration has faults:" + string.Concat(faults.Failures.Select(fault => $"{Environment.NewLine}  {fault}")));
        }
        catch (Exception fault) when (fault is InvalidOperationException or IOException or UnauthorizedAccessException or DbException)
        {
            await output.WriteLineAsync("It cannot be done: " + fault.Message);
        }

        return ControlAnswer.Impossible;
    }

    private static async Task<ControlAnswer> AnswerAsync(ControlRequest request, string[] settings)
    {
        await using var app = ResetBotHost.Build(settings);
        var options = app.Configuration.GetSection(ResetBotOptions.Section).Get<ResetBotOptions>() ?? new ResetBotOptions();
        if (await ControlCall.AskAsync(Path.Combine(Path.GetFullPath(options.DataDirectory), ControlSocket.FileName), request) is { } answer)
        {
            return answer;
        }

        // No service runs there: from here on the directory is ours, and what is saved is read by the next start.
        app.Services.GetRequiredService<DataDirectory>();
        await app.Services.GetRequiredService<PolicyDesk>().LoadAsync(CancellationToken.None);
        return await app.Services.GetRequiredService<PolicyCommands>().RunAsync(request, CancellationToken.None);
    }

    private static async Task<string> ReadAsync(string file)
    {
        if (new FileInfo(file) is { Exists: true, Length: > PolicyFileReader.Longest })
        {
            throw new IOException($"{file} is larger than {PolicyFileReader.Longest} bytes.");
        }

        return await File.ReadAllTextAsync(file);
    }

    // A --why without a text is a mistake, and must not pass for none.
    private static (string[] Others, string? Why) TakeWhy(string[] args)
    {
        var index = Array.IndexOf(args, "--why");
        return index < 0 ? (args, null) : ([.. args[..index], .. args.Skip(index + 2)], args.ElementAtOrDefault(index + 1)?.Trim() ?? "");
    }
}
