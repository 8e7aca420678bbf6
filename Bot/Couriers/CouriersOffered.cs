using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Policy;

namespace ResetBot.Bot.Couriers;

/// <summary>What the policy allows and a courier can carry.</summary>
internal sealed class CouriersOffered(IEnumerable<ICourier> couriers, RecoveryPolicy policy) : IMethodsOffered
{
    private readonly HashSet<string> _ways = [.. couriers.Select(courier => courier.Via)];

    public bool Offers(MethodKind kind) => policy.Allowed().Contains(kind) && kind switch
    {
        MethodKind.Email => _ways.Contains("email"),
        MethodKind.Sms => _ways.Contains("sms"),
        _ => true,
    };
}
