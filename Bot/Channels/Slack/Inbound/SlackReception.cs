using ResetBot.Bot.Channels.Slack.Outbound;
using ResetBot.Bot.Channels.Slack.People;
using ResetBot.Bot.Turns;
using ResetBot.Cards.Words;

namespace ResetBot.Bot.Channels.Slack.Inbound;

/// <summary>Takes what came from Slack, by whichever way, and does it: only what is meant for an installation that the bot has a token of.</summary>
internal sealed partial class SlackReception(
    SlackWorkspaces workspaces, SlackHandling handling, SlackChanges changes, SlackModal modal, TimeProvider time, ILogger<SlackReception> logger)
{
    /// <exception cref="ServiceBusyException">Too much is under way, and nothing of this was recorded.</exception>
    /// <exception cref="SlackUnavailableException">Slack does not say whose token it is.</exception>
    public async Task<SlackReceipt> TakeAsync(SlackRead read, CancellationToken cancellation)
    {
        switch (read)
        {
            case SlackRead.Understood { Turn: var turn } understood:
                var address = await workspaces.AddressAsync(turn.Sender, cancellation);
                if (address is not SlackAddress.Served { Home: var home })
                {
                    return Refuse(address, turn.Sender);
                }

                var sender = home.Sender(turn.Sender.User);
                var shown = understood.Trigger is { } trigger ? modal.ShowAsync(sender, trigger) : Task.CompletedTask;
                try
                {
                    await handling.HandleAsync(turn with { Sender = sender, At = time.GetUtcNow() });
                }
                finally
                {
                    await shown;
                }

                // Where a command is typed its answer is not shown.
                return understood.IsElsewhere ? new SlackReceipt.Shown(WordBook.For(null).Say("chat.private")) : new SlackReceipt.Done();
            case SlackRead.Changed { Change: var change }:
                var about = await workspaces.AddressAsync(change.From, cancellation);
                if (about is not SlackAddress.Served { Home: var place })
                {
                    return Refuse(about, change.From);
                }

                await changes.NoteAsync(change with { From = place.Sender(change.From.User) }, cancellation);
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

    private SlackReceipt Refuse(SlackAddress address, SlackSender sender)
    {
        if (address is SlackAddress.NotInstalled)
        {
            // Delivered again it would be no better.
            LogNotInstalled(logger, sender.Team);
            return new SlackReceipt.Done();
        }

        LogForeign(logger, sender.Team);
        return new SlackReceipt.Foreign();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Something from a workspace that is not served ({Team}) was refused")]
    private static partial void LogForeign(ILogger logger, string team);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Something from {Team}, where the Slack app has no token that is good, was refused: install it there at /slack/install")]
    private static partial void LogNotInstalled(ILogger logger, string team);
}
