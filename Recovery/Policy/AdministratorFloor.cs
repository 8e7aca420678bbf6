using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Methods;

namespace ResetBot.Recovery.Policy;

/// <summary>
/// What holds for administrators whatever a policy says (Microsoft Entra self-service password reset: two gates, no security questions). It is
/// applied whenever a policy is used, so that no way of writing one can pass it by.
/// </summary>
public static class AdministratorFloor
{
    /// <summary>Gates of a reset or an unlock.</summary>
    public const int Gates = 2;

    /// <summary>How many gates an administrator passes where the policy asks for so many.</summary>
    public static int GatesFor(Operation operation, int asked) => operation is Operation.Reset or Operation.Unlock ? Math.Max(Gates, asked) : asked;

    /// <summary>The kinds that may prove an administrator, of those that the policy allows.</summary>
    public static IEnumerable<MethodKind> Methods(FactorTable factors, IEnumerable<MethodKind> allowed) =>
        allowed.Where(kind => factors.Of(kind).ForAdministrators);
}
