using Microsoft.Extensions.Options;

namespace ResetBot.Bot.Hosting;

/// <summary>Runs the service, and says in plain words why it cannot start.</summary>
internal static class Service
{
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            await using var app = ResetBotHost.Build(args);
            await app.RunAsync();
            return 0;
        }
        catch (OptionsValidationException faults)
        {
            await Console.Error.WriteLineAsync("ResetBot does not start, because of its configuration:");
            foreach (var fault in faults.Failures)
            {
                await Console.Error.WriteLineAsync("  " + fault);
            }

            return 1;
        }
        catch (Exception fault) when (fault is InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync("ResetBot does not start: " + fault.Message);
            return 1;
        }
    }
}
