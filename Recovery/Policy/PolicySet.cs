using System.Collections.Frozen;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Methods;

namespace ResetBot.Recovery.Policy;

/// <summary>
/// The policies of one version, ready to be asked: the first that is for everyone or for a group of the account holds. What can be said is
/// made beforehand, so that asking costs one look-up for each group of the account.
/// </summary>
public sealed class PolicySet
{
    private static readonly Operation[] Operations = Enum.GetValues<Operation>();
    private static readonly PolicyRuling NoPolicy = new PolicyRuling.NoPolicy();
    private static readonly PolicyRuling NotInGroup = new PolicyRuling.NotInGroup();

    private readonly FrozenDictionary<string, int> _firstFor;
    private readonly int _everyone;
    private readonly PolicyRuling.Permits[][] _permits;
    private readonly PolicyRuling.Permits[] _toStrangers;

    /// <param name="version">Its number; 0 is what the configuration says.</param>
    /// <param name="policies">In the order in which they are asked.</param>
    /// <param name="factors">What methods depend on.</param>
    public PolicySet(int version, IReadOnlyList<AccountPolicy> policies, FactorTable factors)
    {
        Version = version;
        Policies = policies;
        var everyone = policies.ToList().FindIndex(policy => policy.Groups is null);
        _everyone = everyone < 0 ? policies.Count : everyone;
        _firstFor = policies
            .SelectMany((policy, index) => (policy.Groups ?? []).Select(group => (Group: group, Index: index)))
            .GroupBy(pair => pair.Group, pair => pair.Index, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(group => group.Key, group => group.Min(), StringComparer.OrdinalIgnoreCase);
        _permits = [.. policies.Select(policy => Permits(version, policy, factors))];
        _toStrangers = [.. Operations.Select(ToStrangers)];
    }

    public int Version { get; }

    public IReadOnlyList<AccountPolicy> Policies { get; }

    /// <summary>The policy that holds for an account, whatever it says; null when none is for it.</summary>
    public AccountPolicy? Of(Account account) => IndexOf(account) is var index && index < Policies.Count ? Policies[index] : null;

    /// <summary>What the policies say to an operation on an account.</summary>
    public PolicyRuling Rule(Account account, Operation operation)
    {
        var index = IndexOf(account);
        if (index >= Policies.Count)
        {
            return Policies.Count == 0 ? NoPolicy : NotInGroup;
        }

        var policy = Policies[index];
        if (!policy.Enabled)
        {
            return new PolicyRuling.SwitchedOff(policy);
        }

        if (!policy.Allows(operation))
        {
            return new PolicyRuling.OperationNotAllowed(policy);
        }

        return Licences.Covers(policy.Licence, account, operation)
            ? _permits[index][Slot(operation, account.IsAdministrator)]
            : new PolicyRuling.NotLicensed(policy);
    }

    /// <summary>What is shown to somebody who only named an account: the same for every name, whichever policy holds for it.</summary>
    public PolicyRuling.Permits ToStranger(Operation operation) => _toStrangers[(int)operation];

    private int IndexOf(Account account)
    {
        var index = _everyone;
        if (_firstFor.Count > 0)
        {
            foreach (var group in account.Groups)
            {
                if (_firstFor.TryGetValue(group, out var first) && first < index)
                {
                    index = first;
                }
            }
        }

        return index;
    }

    // The most that any policy asks for, and all that any allows.
    private PolicyRuling.Permits ToStrangers(Operation operation)
    {
        var open = Policies.Where(policy => policy.Enabled && policy.Allows(operation)).ToList();
        return new PolicyRuling.Permits(
            new AccountPolicy { Name = "" },
            Version,
            open.Count == 0 ? AdministratorFloor.Gates : open.Max(policy => policy.GatesWithoutChannel(operation)),
            [.. open.SelectMany(policy => policy.MethodsAllowed).Distinct().Order()]);
    }

    private static PolicyRuling.Permits[] Permits(int version, AccountPolicy policy, FactorTable factors)
    {
        List<MethodKind> allowed = [.. policy.MethodsAllowed.Distinct()];
        List<MethodKind> forAdministrators = [.. AdministratorFloor.Methods(factors, allowed)];
        var permits = new PolicyRuling.Permits[Operations.Length * 2];
        foreach (var operation in Operations)
        {
            var gates = Math.Max(1, policy.GatesFor(operation));
            var unknown = Math.Max(1, policy.GatesWithoutChannel(operation));
            permits[Slot(operation, administrator: false)] = new(policy, version, gates, allowed)
            {
                GatesWithoutChannel = unknown,
                Cooling = new CoolingTimes(policy.CoolingPeriod, policy.CoolingPeriod),
            };
            permits[Slot(operation, administrator: true)] = new(policy, version, AdministratorFloor.GatesFor(operation, gates), forAdministrators)
            {
                GatesWithoutChannel = AdministratorFloor.GatesFor(AccountPolicy.IsAlwaysAllowed(operation) ? Operation.Reset : operation, unknown),
                Cooling = new CoolingTimes(
                    policy.CoolingPeriod, policy.AdministratorCoolingPeriod > policy.CoolingPeriod ? policy.AdministratorCoolingPeriod : policy.CoolingPeriod),
            };
        }

        return permits;
    }

    private static int Slot(Operation operation, bool administrator) => ((int)operation * 2) + (administrator ? 1 : 0);
}
