using System.Collections.Concurrent;
using System.Text.Json;
using ResetBot.Bot.Channels.Slack.Outbound;
using ResetBot.Bot.Channels.Slack.People;
using ResetBot.Bot.Outbox;
using ResetBot.Bot.Turns;
using ResetBot.Cards.Words;
using ResetBot.Dialogs.Turns;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Secrets;
using ResetBot.Recovery.Work;
using ResetBot.Storage;

namespace ResetBot.Bot.Channels.Slack.Inbound;

/// <summary>
/// Keeps what cannot be done within the time that Slack waits, encrypted, so that it may be acknowledged: what was acknowledged is not lost. What one
/// person did is done in the order in which it came; what could not be done for minutes is not done any more, and the person is told.
/// </summary>
internal sealed class SlackInbox(
    SlackTurns turns, SlackWorkspaces workspaces, SlackPeople people, SlackReplies replies, IUnitsOfWork units, TimeProvider clock) : IDeliver
{
    private const string MessageKind = "slack-turn";

    // Whoever waits longer has gone on to something else: a late "1" must not answer another question.
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    // By the person's id alone, which is the same before and after it is known whose installation is meant.
    private readonly ConcurrentDictionary<string, int> _waiting = new();

    public bool Delivers(string kind) => kind == MessageKind;

    /// <summary>Whether something that this person did still waits: what they do now has to wait behind it.</summary>
    public bool HasWaiting(SlackSender sender) => _waiting.GetValueOrDefault(sender.User) > 0;

    /// <summary>Keeps a turn; done when it is on disk.</summary>
    public async Task KeepAsync(SlackTurn turn, CancellationToken cancellation)
    {
        _waiting.AddOrUpdate(turn.Sender.User, 1, (_, count) => count + 1);
        try
        {
            await units.RunAsync(
                work =>
                {
                    // When its time is over is seen here, so that nobody waits behind it any more.
                    work.Send(new OutgoingMessage(
                        Draw.Name(), $"{MessageKind}/{turn.Sender.User}", MessageKind, JsonSerializer.SerializeToUtf8Bytes(turn), Sensitive: true));
                    return Task.FromResult(true);
                },
                cancellation);
        }
        catch
        {
            Leave(turn.Sender);
            throw;
        }
    }

    public async Task<Delivery> DeliverAsync(OutboxItem item, CancellationToken cancellation)
    {
        var turn = JsonSerializer.Deserialize<SlackTurn>(item.Body.Span)!;
        if (clock.GetUtcNow() - turn.At > Kept)
        {
            Leave(turn.Sender);
            return new Delivery.Refused("It could not be done in an hour.");
        }

        try
        {
            if (await AddressedAsync(turn, cancellation) is { } addressed && !await TellLateAsync(addressed, cancellation))
            {
                await turns.RunAsync(addressed, cancellation);
            }

            Leave(turn.Sender);
            return new Delivery.Delivered(null);
        }
        catch (ServiceBusyException busy)
        {
            return new Delivery.Retry(busy.RetryAfter, "Too much is under way.");
        }
        catch (SlackUnavailableException unavailable)
        {
            if (unavailable.IsForGood)
            {
                Leave(turn.Sender);
            }

            return unavailable.ToDelivery();
        }
        catch (DirectoryUnavailableException unavailable)
        {
            return new Delivery.Retry(null, unavailable.Message);
        }
    }

    // Null for what is meant for nobody who is served here: nothing is done about it. A token that Slack refuses may be given back.
    private async Task<SlackTurn?> AddressedAsync(SlackTurn turn, CancellationToken cancellation)
    {
        if (!turn.IsUnaddressed)
        {
            return turn;
        }

        return await workspaces.AddressAsync(turn.Sender, cancellation) switch
        {
            SlackAddress.Served { Home: var home } => turn with { Sender = home.Sender(turn.Sender.User), IsUnaddressed = false },
            SlackAddress.NotInstalled => throw new SlackUnavailableException("Slack refuses the token for now."),
            _ => null,
        };
    }

    private async Task<bool> TellLateAsync(SlackTurn turn, CancellationToken cancellation)
    {
        if (clock.GetUtcNow() - turn.At <= Late)
        {
            return false;
        }

        var activity = SlackTurns.ActivityOf(turn, turn.Channel ?? await people.DirectAsync(turn.Sender, cancellation));
        var place = activity.From;
        return await units.RunAsync(
            async work =>
            {
                // What was done all the same is not disclaimed, and what is disclaimed is not done when Slack delivers it again.
                if (await SeenActivities.FindAsync(work, activity, cancellation) is not null)
                {
                    return true;
                }

                var locale = (await work.FindAsync<SlackPerson>(turn.Sender.Key, cancellation))?.Locale;
                var words = WordBook.For((await work.FindAsync<Conversation>(place.Key, cancellation))?.Language ?? locale);
                var receipt = new TurnReceipt(Message: words.Say("chat.late"));
                await replies.WriteAsync(work, new ChannelReply(place, words) { Text = receipt.Message });
                SeenActivities.Record(work, activity, receipt);
                return true;
            },
            cancellation);
    }

    private void Leave(SlackSender sender)
    {
        if (_waiting.AddOrUpdate(sender.User, 0, (_, count) => Math.Max(0, count - 1)) == 0)
        {
            _waiting.TryRemove(new KeyValuePair<string, int>(sender.User, 0));
        }
    }
}
