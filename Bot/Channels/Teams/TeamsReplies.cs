using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using ResetBot.Bot.Channels.Teams.Inbound;
using ResetBot.Bot.Channels.Teams.Outbound;
using ResetBot.Bot.Channels.Wire;
using ResetBot.Bot.Turns;
using ResetBot.Cards.Model;
using ResetBot.Cards.Rendering;
using ResetBot.Cards.Words;
using ResetBot.Dialogs.Turns;
using ResetBot.Recovery.Secrets;
using ResetBot.Recovery.Work;

namespace ResetBot.Bot.Channels.Teams;

/// <summary>Draws answers as Adaptive Cards and queues them for the connector.</summary>
internal sealed class TeamsReplies(IOptions<TeamsOptions> options) : IChannelReplies, IDisposable
{
    private readonly CourtesyBudget _courtesies = new(options.Value.CardsClosedPerSecond, TimeSpan.FromSeconds(1), atOnce: 10);

    public bool Writes(string channel) => channel == InboundTrust.Channel;

    public bool AcknowledgesTaps => true;

    public JsonNode? Acknowledge(Card card, WordBook words) => JsonNode.Parse(AdaptiveCardRenderer.Render(card, "", words).Span);

    public Task WriteAsync(IUnitOfWork work, ChannelReply reply)
    {
        if (reply.IsCourtesy && !_courtesies.TryTake(reply.To.TenantId ?? ""))
        {
            return Task.CompletedTask;
        }

        var outgoing = new OutgoingActivity
        {
            To = reply.To,
            Kind = reply.Replaces is null ? OutgoingKind.Message : OutgoingKind.Update,
            Text = reply.Text,
            Card = reply.Card is { } card ? AdaptiveCardRenderer.Render(card, reply.Prompt, reply.Words) : default(ReadOnlyMemory<byte>?),
            Summary = reply.Card?.Summary,
            ReplyToId = reply.ReplyToId,
            TrackAs = reply.Replaces ?? (reply.Prompt.Length > 0 ? reply.Prompt : null),
        };
        work.Send(new OutgoingMessage(Draw.Name(), outgoing.To.Key, outgoing.To.Channel, QueuedActivity.Write(outgoing), reply.IsSensitive, IsCourtesy: reply.IsCourtesy));
        return Task.CompletedTask;
    }

    public void Dispose() => _courtesies.Dispose();
}
