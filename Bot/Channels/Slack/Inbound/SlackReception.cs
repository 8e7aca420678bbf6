using ResetBot.Bot.Channels.Slack.People;
using ResetBot.Bot.Channels.Slack.Windows;
using ResetBot.Bot.Turns;
using ResetBot.Cards.Words;

namespace ResetBot.Bot.Channels.Slack.Inbound;

/// <summary>Takes what came from Slack, by whichever way, and does it: only what is meant for an installation that the bot has a token of.</summary>
internal sealed partial class SlackReception(
    SlackWorkspaces workspaces, SlackHandling handling, SlackChanges changes, SlackWindowTurns windows, TimeProvider time, ILogger<SlackReception> logger)
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

                return await TakeAsync(understood with { Turn = turn with { Sender = home.Sender(turn.Sender.User), At = time.GetUtcNow() } });
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

    private async Task<SlackReceipt> TakeAsync(SlackRead.Understood understood)
    {
        switch (understood)
        {
            case { IsFromWindow: true }:
                return await windows.TakeCodeAsync(understood.Turn);
            case { Trigger: { } trigger } when SlackWindowTurns.Asks(understood.Turn.Text):
                if (await windows.LinkAsync(understood.Turn, trigger, understood.IsUnseen))
                {
                    return new SlackReceipt.Done();
                }

                break;
            case { IsUnseen: true, Trigger: { } trigger }:
                await windows.HandleAsync(understood.Turn, trigger);
                break;
            default:
                await handling.HandleAsync(understood.Turn);
                break;
        }

        // Where a command is typed its answer is not shown.
        return understood.IsElsewhere ? SlackReceipt.Answered.Privately(WordBook.For(null).Say("chat.private")) : new SlackReceipt.Done();
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
