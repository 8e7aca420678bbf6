using ResetBot.Bot.Couriers;
using ResetBot.Bot.Outbox;
using ResetBot.Recovery.Methods;

namespace ResetBot.Bot.Hosting;

/// <summary>What a courier can carry, or needs none; and questions in another chat, where people have more than one.</summary>
internal sealed class MethodsOffered(IEnumerable<ICourier> couriers, IEnumerable<IOpenConversations> channels) : IMethodsOffered
{
    private readonly HashSet<string> _ways = [.. couriers.Select(courier => courier.Via)];
    private readonly bool _hasOtherChat = channels.Count(channel => channel.IsOn) > 1;

    public bool Offers(MethodKind kind)
    {
        var row = FactorTable.Published.Of(kind);
        return row.InOtherChat ? _hasOtherChat : CourierWays.Of(row.Way) is not { } way || _ways.Contains(way);
    }
}
