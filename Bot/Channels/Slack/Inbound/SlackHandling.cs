using ResetBot.Bot.Turns;
using ResetBot.Recovery.Accounts;

namespace ResetBot.Bot.Channels.Slack.Inbound;

/// <summary>
/// Does what came in, within the time that Slack waits. What takes longer, or cannot be done now, is kept first and done later: either way it is saved
/// when this returns.
/// </summary>
internal sealed partial class SlackHandling(SlackTurns turns, SlackInbox inbox, SlackOptions options, TimeProvider time, ILogger<SlackHandling> logger)
{
    /// <summary>Does it; what it was answered, or null where it was kept, or cannot be answered.</summary>
    /// <exception cref="ServiceBusyException">Too much is under way, and Slack will deliver it again.</exception>
    public async Task<TurnReceipt?> HandleAsync(SlackTurn turn)
    {
        if (inbox.HasWaiting(turn.Sender))
        {
            await inbox.KeepAsync(turn, CancellationToken.None);
            return null;
        }

        var running = turns.RunAsync(turn, CancellationToken.None);
        try
        {
            return await running.WaitAsync(options.TurnLimit, time);
        }
        catch (SlackUnavailableException nobody) when (nobody.IsForGood)
        {
            LogNobody(logger, turn.Sender.User, nobody.Message);
        }
        catch (Exception late) when (late is TimeoutException or SlackUnavailableException or DirectoryUnavailableException
            || (late is ServiceBusyException && !turn.IsRepeated))
        {
            // Whichever of the two comes first does it; the other finds it done.
            await inbox.KeepAsync(turn, CancellationToken.None);
            _ = running.ContinueWith(ended => ended.Exception, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }

        return null;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "What {User} did in Slack cannot be answered, now or later: {Why}")]
    private static partial void LogNobody(ILogger logger, string user, string why);
}
