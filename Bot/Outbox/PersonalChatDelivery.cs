using System.Text.Json;
using ResetBot.Bot.Channels.Teams.Outbound;
using ResetBot.Bot.Turns;
using ResetBot.Dialogs.Turns;
using ResetBot.Recovery.Secrets;
using ResetBot.Recovery.Work;
using ResetBot.Storage;

namespace ResetBot.Bot.Outbox;

/// <summary>Opens the personal chat with somebody who wrote in a group, and says hello there.</summary>
internal sealed class PersonalChatDelivery(ConnectorClient connector, TurnPipeline pipeline) : IDeliver
{
    private const string Kind = "personal-chat";

    public bool Delivers(string kind) => kind == Kind;

    public async Task<Delivery> DeliverAsync(OutboxItem item, CancellationToken cancellation)
    {
        var asked = JsonSerializer.Deserialize<Asked>(item.Body.Span)!;
        switch (await connector.CreateConversationAsync(asked.ObjectId, asked.TenantId, asked.ServiceUrl, cancellation))
        {
            case ConversationOpening.Opened opened:
                var reference = opened.Reference with { UserName = asked.UserName };
                await pipeline.RunAsync(
                    new Activity { Kind = ActivityKind.InstallationAdded, From = reference, Id = item.Id, Locale = asked.Locale }, cancellation);
                return new Delivery.Delivered(null);
            case ConversationOpening.Failed failed:
                return failed.Delivery;
            default:
                throw new InvalidOperationException("unknown outcome");
        }
    }

    /// <summary>Asks for the personal chat of the person behind an activity, if the channel says who that is.</summary>
    public static void Ask(IUnitOfWork work, Activity activity)
    {
        if (activity.From is { ObjectId: { } objectId, TenantId: { } tenantId } from)
        {
            var asked = new Asked(objectId, tenantId, from.ServiceUrl, from.UserName, activity.Locale);
            work.Send(new OutgoingMessage(Draw.Name(), $"{Kind}/{objectId}", Kind, JsonSerializer.SerializeToUtf8Bytes(asked)));
        }
    }

    private sealed record Asked(string ObjectId, string TenantId, string? ServiceUrl, string UserName, string? Locale);
}
