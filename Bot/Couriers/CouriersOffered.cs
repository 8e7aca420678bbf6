using ResetBot.Recovery.Methods;

namespace ResetBot.Bot.Couriers;

/// <summary>What a courier can carry, or needs none.</summary>
internal sealed class CouriersOffered(IEnumerable<ICourier> couriers) : IMethodsOffered
{
    private readonly HashSet<string> _ways = [.. couriers.Select(courier => courier.Via)];

    public bool Offers(MethodKind kind) => kind switch
    {
        MethodKind.Email => _ways.Contains("email"),
        MethodKind.Sms => _ways.Contains("sms"),
        _ => true,
    };
}
