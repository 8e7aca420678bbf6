using System.Text.Json;
using ResetBot.Bot.Turns;
using ResetBot.Dialogs.Turns;
using ResetBot.Recovery.Secrets;
using ResetBot.Recovery.Work;
using ResetBot.Storage;

namespace ResetBot.Bot.Outbox;

/// <summary>Opens the personal chat with somebody who wrote in a group, and says hello there.</summary>
internal sealed class PersonalChatDelivery(IEnumerable<IOpenConversations> channels, TurnPipeline pipeline) : IDeliver
{
    private const string Kind = "personal-chat";

    public bool Delivers(string kind) => kind == Kind;

    public async Task<Delivery> DeliverAsync(OutboxItem item, CancellationToken cancellation)
    {
        var asked = JsonSerializer.Deserialize<Asked>(item.Body.Span)!;
        if (channels.FirstOrDefault(channel => channel.Opens(asked.Person?.Channel ?? "")) is not { } channel)
        {
            // One that an earlier version queued names nobody in this way: who wrote in the group writes again.
            return new Delivery.Refused($"Nobody opens conversations in '{asked.Person?.Channel}'.");
        }

        switch (await channel.OpenAsync(asked.Person!, cancellation))
        {
            case ConversationOpening.Opened opened:
                await pipeline.RunAsync(
                    new Activity { Kind = ActivityKind.InstallationAdded, From = opened.Reference, Id = item.Id, Locale = asked.Locale, LinkedAt = asked.LinkedAt }, cancellation);
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
        if (activity.From is { ObjectId: not null, TenantId: not null } from)
        {
            work.Send(new OutgoingMessage(
                Draw.Name(), $"{Kind}/{from.ObjectId}", Kind, JsonSerializer.SerializeToUtf8Bytes(new Asked(from, activity.Locale, activity.LinkedAt))));
        }
    }

    private sealed record Asked(ConversationReference? Person, string? Locale, DateTimeOffset? LinkedAt = null);
}
