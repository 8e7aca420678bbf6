namespace ResetBot.Bot.Channels.Slack.Installing;

/// <summary>
/// Renews tokens two hours before they expire, and has those exchanged that do not expire where the app's tokens do: looks every minute, at the start too.
/// </summary>
internal sealed partial class SlackRotation(
    SlackInstallations installations, SlackTokens tokens, SlackExchanges exchanges, SlackOptions options, TimeProvider time, ILogger<SlackRotation> logger)
    : BackgroundService
{
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (options.TakesInstalls && !stoppingToken.IsCancellationRequested)
        {
            await DoAsync(RenewDueAsync, stoppingToken);
            await DoAsync(exchanges.LookAsync, stoppingToken);
            await Task.Delay(Every, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task DoAsync(Func<CancellationToken, Task> work, CancellationToken stopping)
    {
        try
        {
            await work(stopping);
        }
        catch (Exception fault) when (!stopping.IsCancellationRequested)
        {
            LogFailed(logger, fault);
        }
        catch (OperationCanceledException)
        {
            // The host stops; what is under way is kept.
        }
    }

    private async Task RenewDueAsync(CancellationToken stopping)
    {
        foreach (var home in installations.Due())
        {
            await RenewAsync(home, stopping);
        }
    }

    private async Task RenewAsync(string home, CancellationToken stopping)
    {
        try
        {
            if (await installations.FindAsync(home, stopping) is { } found && installations.TokenOf(found) is { } token)
            {
                await tokens.RenewAsync(home, token, stopping);
            }
        }
        catch (SlackUnavailableException later)
        {
            LogLater(logger, home, later.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The token of {Home} in Slack is not renewed yet, and Slack is asked again: {Why}")]
    private static partial void LogLater(ILogger logger, string home, string why);

    [LoggerMessage(Level = LogLevel.Error, Message = "Tokens of Slack could not be renewed")]
    private static partial void LogFailed(ILogger logger, Exception fault);
}
