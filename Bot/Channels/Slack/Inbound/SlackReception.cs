using ResetBot.Bot.Channels.Slack.People;
using ResetBot.Bot.Channels.Slack.Windows;
using ResetBot.Bot.Turns;
using ResetBot.Cards.Answers;
using ResetBot.Cards.Rendering;

namespace ResetBot.Bot.Channels.Slack.Inbound;

/// <summary>
/// Takes what came from Slack, by whichever way, and does it: only what is meant for an installation that the bot has a token of. While Slack does not say
/// whose token it is, what people do is kept until it does.
/// </summary>
internal sealed class SlackReception(
    SlackWorkspaces workspaces, SlackHandling handling, SlackChanges changes, SlackWindowTurns windows, SlackAcquaintance acquaintance, TimeProvider time)
{
    // Slack waits three seconds: together with what is done afterwards these are less.
    // https://docs.slack.dev/interactivity/handling-user-interaction#acknowledgment_response
    private static readonly TimeSpan LimitOfAddress = TimeSpan.FromSeconds(0.8);
    private static readonly TimeSpan LimitOfChange = TimeSpan.FromSeconds(2);

    /// <exception cref="ServiceBusyException">Too much is under way, and nothing of this was recorded.</exception>
    /// <exception cref="SlackUnavailableException">Slack does not say whose token it is, and will tell of the change again.</exception>
    public async Task<SlackReceipt> TakeAsync(SlackRead read, CancellationToken cancellation)
    {
        switch (read)
        {
            case SlackRead.Understood { Turn: var turn } understood:
                return await TakeAsync(understood with { Turn = turn with { At = time.GetUtcNow() } }, cancellation);
            case SlackRead.Changed { Change: var change }:
                return await NoteAsync(change, cancellation);
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

    private async Task<SlackReceipt> TakeAsync(SlackRead.Understood understood, CancellationToken cancellation)
    {
        var turn = understood.Turn;
        switch (await AddressAsync(turn.Sender, cancellation))
        {
            case SlackAddress.Served { Home: var home }:
                return await DoAsync(understood with { Turn = turn with { Sender = home.Sender(turn.Sender.User) } });
            case null when understood.IsFromWindow:
                // What is typed into a window goes nowhere else: it stays there, to be sent once more.
                return new SlackReceipt.Answered(SlackView.Objecting((await acquaintance.OfAsync(turn.Sender)).Words.Say("chat.error")));
            case null:
                await handling.KeepAsync(turn with { IsUnaddressed = true });
                return await AnswerAsync(understood);
            case var refused:
                return Refuse(refused);
        }
    }

    private async Task<SlackReceipt> DoAsync(SlackRead.Understood understood)
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

        return await AnswerAsync(understood);
    }

    // Anywhere but in the person's own conversation, also in one with a colleague, nothing is seen of what a command does.
    private async Task<SlackReceipt> AnswerAsync(SlackRead.Understood understood)
    {
        if (understood.TypedIn is not { } place)
        {
            return new SlackReceipt.Done();
        }

        var known = await acquaintance.OfAsync(understood.Turn.Sender);
        if (known.Direct == place)
        {
            return new SlackReceipt.Done();
        }

        var said = known.Words.Say("chat.private");
        return SlackReceipt.Answered.Privately(
            said, known.Link is null ? default : BlockKitRenderer.Render(new ShortcutCard(known.Link, said).Draw(known.Words), "", known.Words));
    }

    private async Task<SlackReceipt> NoteAsync(SlackChange change, CancellationToken cancellation)
    {
        var address = await AddressAsync(change.From, cancellation)
            ?? throw new SlackUnavailableException("Slack does not say in time whose token it is.");
        if (address is not SlackAddress.Served { Home: var home })
        {
            return Refuse(address);
        }

        try
        {
            // Whoever gives up does not end it: when it is told again it may be noted already.
            await changes.NoteAsync(change with { From = home.Sender(change.From.User) }, CancellationToken.None).WaitAsync(LimitOfChange, time, cancellation);
            return new SlackReceipt.Done();
        }
        catch (TimeoutException late)
        {
            throw new SlackUnavailableException("A change is not noted in time.", late);
        }
    }

    // Null while Slack does not say, or not in time.
    private async Task<SlackAddress?> AddressAsync(SlackSender sender, CancellationToken cancellation)
    {
        try
        {
            return await workspaces.AddressAsync(sender, cancellation).WaitAsync(LimitOfAddress, time, cancellation);
        }
        catch (Exception unknown) when (unknown is TimeoutException or SlackUnavailableException)
        {
            return null;
        }
    }

    // Delivered again it would be no better.
    private static SlackReceipt Refuse(SlackAddress address) => address is SlackAddress.NotInstalled ? new SlackReceipt.Done() : new SlackReceipt.Foreign();
}
