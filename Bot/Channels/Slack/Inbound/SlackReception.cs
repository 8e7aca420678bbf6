using ResetBot.Bot.Channels.Slack.People;
using ResetBot.Bot.Turns;
using ResetBot.Cards.Words;

namespace ResetBot.Bot.Channels.Slack.Inbound;

/// <summary>Takes what came from Slack, by whichever way, and does it: only what is meant for the installation that the bot's token is of.</summary>
internal sealed partial class SlackReception(
    SlackWorkspaces workspaces, SlackHandling handling, SlackChanges changes, TimeProvider time, ILogger<SlackReception> logger)
{
    /// <exception cref="ServiceBusyException">Too much is under way, and nothing of this was recorded.</exception>
    /// <exception cref="SlackUnavailableException">Slack does not say whose token it is.</exception>
    public async Task<SlackReceipt> TakeAsync(SlackRead read, CancellationToken cancellation)
    {
        switch (read)
        {
            case SlackRead.Understood { Turn: var turn } understood:
                if (await AddressedAsync(turn.Sender, cancellation) is not { } person)
                {
                    return new SlackReceipt.Foreign();
                }

                await handling.HandleAsync(turn with { Sender = person, At = time.GetUtcNow() });

                // Where a command is typed its answer is not shown.
                return understood.IsElsewhere ? new SlackReceipt.Shown(WordBook.For(null).Say("chat.private")) : new SlackReceipt.Done();
            case SlackRead.Changed { Change: var change }:
                if (await AddressedAsync(change.From, cancellation) is not { } changed)
                {
                    return new SlackReceipt.Foreign();
                }

                await changes.NoteAsync(change with { From = changed }, cancellation);
                return new SlackReceipt.Done();
            case SlackRead.Nothing:
                return new SlackReceipt.Done();
            case SlackRead.Malformed malformed:
                return new SlackReceipt.Malformed(malformed.Why);
            case SlackRead.Verification:
                return new SlackReceipt.Malformed("An address is verified by a request only.");
            default:
                throw new InvalidOperationException($"Not to be done: {read.GetType().Name}.");
        }
    }

    // The person under the ids of this installation; null when it is not meant.
    private async Task<SlackSender?> AddressedAsync(SlackSender sender, CancellationToken cancellation)
    {
        var home = await workspaces.HomeAsync(cancellation);
        if (home.IsAddressed(sender))
        {
            return home.Sender(sender.User);
        }

        LogForeign(logger, sender.Team);
        return null;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Something from a workspace that is not served ({Team}) was refused")]
    private static partial void LogForeign(ILogger logger, string team);
}
