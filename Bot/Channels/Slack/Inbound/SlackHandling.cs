using ResetBot.Bot.Turns;
using ResetBot.Recovery.Accounts;

namespace ResetBot.Bot.Channels.Slack.Inbound;

/// <summary>
/// Does what came in, within the time that Slack waits. What takes longer, or cannot be done now, is kept first and done later: either way it is saved
/// when this returns.
/// </summary>
internal sealed partial class SlackHandling(SlackTurns turns, SlackInbox inbox, SlackOptions options, TimeProvider time, ILogger<SlackHandling> logger)
{
    /// <summary>Keeps it, to be done later.</summary>
    public Task KeepAsync(SlackTurn turn) => inbox.KeepAsync(turn, CancellationToken.None);

    /// <summary>Does it; what it was answered, or null where it was kept, or cannot be answered.</summary>
    /// <exception cref="ServiceBusyException">Too much is under way, and Slack will deliver it again.</exception>
    public async Task<TurnReceipt?> HandleAsync(SlackTurn turn)
    {
        if (inbox.HasWaiting(turn.Sender))
        {
            await KeepAsync(turn);
            return null;
        }

        var running = turns.RunAsync(turn, CancellationToken.None);
        try
        {
            return await running.WaitAsync(Left(turn), time);
        }
        catch (SlackUnavailableException nobody) when (nobody.IsForGood)
        {
            LogNobody(logger, turn.Sender.User, nobody.Message);
        }
        catch (Exception late) when (late is TimeoutException or SlackUnavailableException or DirectoryUnavailableException
            || (late is ServiceBusyException && !turn.IsRepeated))
        {
            // Whichever of the two comes first does it; the other finds it done.
            await KeepAsync(turn);
            _ = running.ContinueWith(ended => ended.Exception, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }

        return null;
    }

    // Slack counts from when it came, and some time may have gone into whom it is meant for.
    private TimeSpan Left(SlackTurn turn) =>
        TimeSpan.FromTicks(Math.Clamp((options.TurnLimit - (time.GetUtcNow() - turn.At)).Ticks, 0, options.TurnLimit.Ticks));

    [LoggerMessage(Level = LogLevel.Information, Message = "What {User} did in Slack cannot be answered, now or later: {Why}")]
    private static partial void LogNobody(ILogger logger, string user, string why);
}
