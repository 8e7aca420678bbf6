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
            if (Faults(app.Services) is { Count: > 0 } faults)
            {
                await Console.Error.WriteLineAsync("ResetBot does not start, because of its configuration:");
                faults.ForEach(fault => Console.Error.WriteLine("  " + fault));
                return 1;
            }

            await app.RunAsync();
            return 0;
        }
        catch (Exception fault) when (fault is InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync("ResetBot does not start: " + fault.Message);
            return 1;
        }
    }

    // All of them at once, before anything is opened or listened on.
    private static List<string> Faults(IServiceProvider services)
    {
        try
        {
            services.GetRequiredService<IStartupValidator>().Validate();
            return [];
        }
        catch (OptionsValidationException one)
        {
            return [.. one.Failures];
        }
        catch (AggregateException several)
        {
            return [.. several.InnerExceptions.OfType<OptionsValidationException>().SelectMany(fault => fault.Failures).Distinct()];
        }
    }
}
