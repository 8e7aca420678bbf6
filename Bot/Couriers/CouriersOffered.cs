using ResetBot.Recovery.Methods;

namespace ResetBot.Bot.Couriers;

/// <summary>What a courier can carry, or needs none.</summary>
internal sealed class CouriersOffered(IEnumerable<ICourier> couriers) : IMethodsOffered
{
    private readonly HashSet<string> _ways = [.. couriers.Select(courier => courier.Via)];

    public bool Offers(MethodKind kind) => CourierWays.Of(FactorTable.Published.Of(kind).Way) is not { } way || _ways.Contains(way);
}
