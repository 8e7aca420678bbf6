using Microsoft.Extensions.Options;
using ResetBot.Bot.Channels.Slack.Inbound;
using ResetBot.Bot.Channels.Wire;
using ResetBot.Bot.Turns;
using ResetBot.Cards.Rendering;
using ResetBot.Dialogs.Turns;
using ResetBot.Recovery.Secrets;
using ResetBot.Recovery.Work;

namespace ResetBot.Bot.Channels.Slack.Outbound;

/// <summary>Draws answers as blocks and queues them for Slack.</summary>
internal sealed class SlackReplies(IOptions<SlackOptions> options) : IChannelReplies, IDisposable
{
    private readonly CourtesyBudget _courtesies = new(options.Value.CardsClosedPerMinute, TimeSpan.FromMinutes(1), atOnce: 10);

    public bool Writes(string channel) => channel == SlackTurns.Channel;

    public Task WriteAsync(IUnitOfWork work, ChannelReply reply)
    {
        var (to, sender) = (reply.To, SlackSender.Of(reply.To));
        var (_, channel) = SlackSender.Apart(to.ConversationId);

        if (reply.IsCourtesy && !_courtesies.TryTake(sender.Home))
        {
            return Task.CompletedTask;
        }

        // Where others read along, only the person sees it, and nothing is asked.
        if (!SlackId.IsDirect(channel) && reply.Card is not null)
        {
            throw new InvalidOperationException("A card belongs into the person's own conversation.");
        }

        var message = new SlackMessage(
            to.Key,
            channel,
            SlackId.IsDirect(channel) ? null : sender.User,
            reply.Replaces is null ? OutgoingKind.Message : OutgoingKind.Update,
            reply.Replaces ?? (reply.Prompt.Length > 0 ? reply.Prompt : null))
        {
            ReplaceAt = reply.ReplaceAt,
            Whole = reply is { IsSensitive: true, Card: { } secret } ? TextRenderer.Render(secret, reply.Words) : null,
        };
        var blocks = reply.Card is { } card ? BlockKitRenderer.Render(card, reply.Prompt, reply.Words) : BlockKitRenderer.Render(reply.Text!);

        // Screen readers read this, and not the blocks. https://docs.slack.dev/reference/methods/chat.postMessage
        var aloud = reply.Text ?? TextRenderer.RenderAloud(reply.Card!, reply.Words, reply.IsSensitive);

        // Whoever has the address that replaces a card can write there.
        var isSensitive = reply.IsSensitive || reply.ReplaceAt is not null;
        work.Send(new OutgoingMessage(
            Draw.Name(), to.Key, SlackDelivery.MessageKind, SlackMessage.Write(message, aloud, blocks), isSensitive, IsCourtesy: reply.IsCourtesy));
        return Task.CompletedTask;
    }

    public void Dispose() => _courtesies.Dispose();
}
