using ResetBot.Bot.Outbox;

namespace ResetBot.Bot.Channels.Slack.Sockets;

/// <summary>
/// Keeps connections to Slack open, where the app is set to Socket Mode: a new one is there before the old one goes, and one that cannot be opened is
/// tried again later and later.
/// </summary>
internal sealed partial class SlackSocketMode(
    SlackSocketOpener opener, SlackOptions options, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<SlackSocketMode> logger) : BackgroundService
{
    // A connection that lived shorter was not one: asking at once for another would go on for ever.
    private static readonly TimeSpan ShortLife = TimeSpan.FromMinutes(1);

    // Slack closes an old connection itself, some seconds after it said so.
    private static readonly TimeSpan TimeToLeave = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.UsesSockets)
        {
            return;
        }

        // Nothing is taken before everything is there that it needs, nor once it is going away.
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, lifetime.ApplicationStopping);
        using var ready = CancellationTokenSource.CreateLinkedTokenSource(lifetime.ApplicationStarted, ending.Token);
        await Task.Delay(Timeout.InfiniteTimeSpan, time, ready.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Task.WhenAll(Enumerable.Range(0, options.Sockets).Select(_ => KeepAsync(ending.Token)));
    }

    // One connection, and the next, and the next.
    private async Task KeepAsync(CancellationToken stopping)
    {
        SlackSocket? current = null;
        List<Task> retiring = [];
        var failures = 0;
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                var next = await opener.OpenAsync(stopping);
                retiring.RemoveAll(retired => retired.IsCompleted);
                retiring.Add(RetireAsync(current, stopping));
                current = next;
                var since = time.GetTimestamp();
                LogOpen(logger);
                Tell(await current.Leaving.WaitAsync(stopping));
                failures = time.GetElapsedTime(since) < ShortLife ? failures + 1 : 0;
                await WaitAsync(failures - 1, null, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                break;
            }
            catch (SlackUnavailableException unavailable)
            {
                LogUnavailable(logger, unavailable.Message);
                await WaitAsync(++failures, unavailable.RetryAfter, stopping);
            }
            catch (Exception fault)
            {
                LogFailed(logger, fault);
                await WaitAsync(++failures, null, stopping);
            }
        }

        await Task.WhenAll([.. retiring, RetireAsync(current, stopping)]);
    }

    private async Task RetireAsync(SlackSocket? old, CancellationToken stopping)
    {
        if (old is not null)
        {
            await Task.WhenAny(old.Ended, Task.Delay(TimeToLeave, time, stopping));
            await old.DisposeAsync();
        }
    }

    private async Task WaitAsync(int failures, TimeSpan? asked, CancellationToken stopping)
    {
        if (failures > 0)
        {
            // Whoever is asked to come back at once, over and over, still comes back later and later.
            var pause = RetrySchedule.Pause(failures);
            await Task.Delay(asked > pause ? asked.Value : pause, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void Tell(string why)
    {
        if (why == "link_disabled")
        {
            LogSwitchedOff(logger);
            return;
        }

        LogLeaving(logger, why);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "A connection to Slack is open")]
    private static partial void LogOpen(ILogger logger);

    [LoggerMessage(Level = LogLevel.Information, Message = "A connection to Slack is to be renewed: {Why}")]
    private static partial void LogLeaving(ILogger logger, string why);

    [LoggerMessage(Level = LogLevel.Error, Message = "Slack says that Socket Mode is switched off in the app's settings: nothing comes from there")]
    private static partial void LogSwitchedOff(ILogger logger);

    [LoggerMessage(Level = LogLevel.Error, Message = "Slack gives no connection, and is asked again later: {Why}")]
    private static partial void LogUnavailable(ILogger logger, string why);

    [LoggerMessage(Level = LogLevel.Error, Message = "A connection to Slack failed unexpectedly")]
    private static partial void LogFailed(ILogger logger, Exception fault);
}
