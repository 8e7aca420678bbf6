using System.Data.Common;
using Microsoft.Extensions.Options;
using ResetBot.Bot.Hosting;
using ResetBot.Recovery.Policy;

namespace ResetBot.Bot.Operations.Control;

/// <summary>
/// What the verbs of the command line have in common: a service that runs on the data directory is asked to do it; otherwise it is done here, and
/// what is saved is read by the next start.
/// </summary>
internal static class ControlVerb
{
    public const int LongestWhy = 300;

    /// <summary>Who is at the command line, for the audit trail.</summary>
    public static string By => $"console/{Environment.UserName}";

    /// <summary>Writes what was answered, or what went wrong, and gives the code to end with.</summary>
    public static async Task<int> RunAsync(TextWriter output, Func<Task<ControlAnswer>> ask)
    {
        try
        {
            var answer = await ask();
            foreach (var line in answer.Lines)
            {
                await output.WriteLineAsync(line);
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

    /// <summary>Has the request done.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="settings">Settings from the command line.</param>
    public static async Task<ControlAnswer> AskAsync(ControlRequest request, string[] settings)
    {
        await using var app = ResetBotHost.Build(settings);
        var options = app.Configuration.GetSection(ResetBotOptions.Section).Get<ResetBotOptions>() ?? new ResetBotOptions();
        if (await ControlCall.AskAsync(Path.Combine(Path.GetFullPath(options.DataDirectory), ControlSocket.FileName), request) is { } answer)
        {
            return answer;
        }

        // No service runs there: from here on the directory is ours.
        app.Services.GetRequiredService<DataDirectory>();
        await app.Services.GetRequiredService<PolicyDesk>().LoadAsync(CancellationToken.None);
        return await app.Services.GetRequiredService<ControlCommands>().RunAsync(request, CancellationToken.None);
    }

    /// <summary>Takes <c>--why TEXT</c> out of the arguments. One without a text is a mistake, and must not pass for none: it is empty then.</summary>
    public static (string[] Others, string? Why) TakeWhy(string[] args)
    {
        var index = Array.IndexOf(args, "--why");
        return index < 0 ? (args, null) : ([.. args[..index], .. args.Skip(index + 2)], args.ElementAtOrDefault(index + 1)?.Trim() ?? "");
    }
}
