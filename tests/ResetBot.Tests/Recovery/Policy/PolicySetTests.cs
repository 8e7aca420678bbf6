using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Policy;
using ResetBot.Tests.Directories.Demo;
using Xunit;
using static ResetBot.Tests.Recovery.Policy.PolicyScene;

namespace ResetBot.Tests.Recovery.Policy;

/// <summary>Which policy holds for whom, and what it says.</summary>
public sealed class PolicySetTests
{
    [Theory]
    [InlineData("first", "Sales")]
    [InlineData("first", "sales")]
    [InlineData("second", "IT")]
    [InlineData("first", "IT", "Sales")]
    [InlineData("third", "Finance")]
    [InlineData("third")]
    public void The_first_that_matches_holds(string expected, params string[] groups) =>
        Assert.Equal(expected, Set(For("first", "Sales"), For("second", "IT"), For("third"), For("fourth", "Finance")).Of(Person(groups))?.Name);

    [Fact]
    public async Task Groups_inside_groups_count()
    {
        using var house = new DemoHouse();
        var set = Set(For("north", "Nordics"), For("sales", "Sales"));
        Assert.Equal("north", set.Of(await house.FindAsync("adele"))?.Name);
        Assert.Equal("sales", set.Of(await house.FindAsync("isaiah"))?.Name);
        Assert.Null(set.Of(await house.FindAsync("diego")));
    }

    [Fact]
    public void Each_way_to_be_refused_is_told_apart()
    {
        Assert.IsType<PolicyRuling.NoPolicy>(Set().Rule(Person(), Operation.Reset));
        Assert.IsType<PolicyRuling.NotInGroup>(Set(For("a", "Sales")).Rule(Person("IT"), Operation.Reset));
        Assert.IsType<PolicyRuling.SwitchedOff>(Set(For("a") with { Enabled = false }, For("b")).Rule(Person(), Operation.Reset));
        Assert.IsType<PolicyRuling.OperationNotAllowed>(Set(For("a") with { Operations = [Operation.Change] }).Rule(Person(), Operation.Reset));
        Assert.IsType<PolicyRuling.NotLicensed>(Set(For("a") with { Licence = LicenceTier.Free }).Rule(Person(), Operation.Reset));
    }

    [Theory]
    [InlineData(Operation.Change)]
    [InlineData(Operation.Reset)]
    [InlineData(Operation.Unlock)]
    public void What_is_not_among_the_operations_is_refused_and_registering_linking_and_privacy_go_with_each(Operation operation)
    {
        var set = Set(For("a") with { Operations = [operation] });
        Assert.Equal(
            new[] { operation, Operation.Register, Operation.Privacy, Operation.Link }.Order(),
            Enum.GetValues<Operation>().Where(one => set.Rule(Person(), one) is PolicyRuling.Permits).Order());
    }

    [Theory]
    [InlineData(LicenceTier.Free, false, AccountOrigin.CloudOnly, "")]
    [InlineData(LicenceTier.Free, true, AccountOrigin.CloudOnly, "Change Reset")]
    [InlineData(LicenceTier.Free, true, AccountOrigin.Synchronised, "")]
    [InlineData(LicenceTier.Free, true, AccountOrigin.Federated, "")]
    [InlineData(LicenceTier.Basic, false, AccountOrigin.CloudOnly, "Change Reset Unlock")]
    [InlineData(LicenceTier.Basic, true, AccountOrigin.Synchronised, "")]
    [InlineData(LicenceTier.Basic, false, AccountOrigin.Federated, "")]
    [InlineData(LicenceTier.Premium, false, AccountOrigin.CloudOnly, "Change Reset Unlock")]
    [InlineData(LicenceTier.Premium, false, AccountOrigin.Synchronised, "Change Reset Unlock")]
    [InlineData(LicenceTier.Premium, true, AccountOrigin.Federated, "Change Reset Unlock")]
    public void A_licence_covers_what_its_tier_covers(LicenceTier tier, bool administrator, AccountOrigin origin, string covered)
    {
        var account = Person() with { IsAdministrator = administrator, Origin = origin };
        var set = Set(For("a") with { Licence = tier });
        var may = RecoveryPolicy.EveryOperation.Where(operation => set.Rule(account, operation) is PolicyRuling.Permits).Order(Comparer<Operation>.Create(
            (left, right) => string.CompareOrdinal(left.ToString(), right.ToString())));
        Assert.Equal(covered, string.Join(' ', may));
    }

    [Theory]
    [InlineData(1, 1, false, 1, 1)]
    [InlineData(1, 1, true, 2, 2)]
    [InlineData(2, 1, false, 2, 1)]
    [InlineData(2, 2, true, 2, 2)]
    public void Gates_are_as_many_as_are_required_and_two_for_an_administrator(int reset, int unlock, bool administrator, int toReset, int toUnlock)
    {
        var set = Set(For("a") with { MethodsRequiredToReset = reset, MethodsRequiredToUnlock = unlock });
        var account = Person() with { IsAdministrator = administrator };
        Assert.Equal(toReset, Assert.IsType<PolicyRuling.Permits>(set.Rule(account, Operation.Reset)).Gates);
        Assert.Equal(toUnlock, Assert.IsType<PolicyRuling.Permits>(set.Rule(account, Operation.Unlock)).Gates);
        Assert.Equal(1, Assert.IsType<PolicyRuling.Permits>(set.Rule(account, Operation.Register)).Gates);
    }

    [Fact]
    public void A_kind_that_is_not_for_administrators_is_never_among_theirs()
    {
        var factors = new FactorTable([.. FactorTable.Published.Rows.Select(row => row with { ForAdministrators = row.Kind != MethodKind.Sms })]);
        var set = new PolicySet(1, [For("a")], factors);
        Assert.Contains(MethodKind.Sms, Assert.IsType<PolicyRuling.Permits>(set.Rule(Person(), Operation.Reset)).Methods);
        Assert.DoesNotContain(MethodKind.Sms, Assert.IsType<PolicyRuling.Permits>(set.Rule(Administrator(), Operation.Reset)).Methods);
    }

    [Fact]
    public void What_a_stranger_is_shown_hangs_on_no_account()
    {
        var set = Set(
            For("a", "Sales") with { MethodsAllowed = [MethodKind.Email], MethodsRequiredToReset = 1 },
            For("b", "IT") with { MethodsAllowed = [MethodKind.Sms], Enabled = false },
            For("c") with { MethodsAllowed = [MethodKind.Authenticator, MethodKind.Email] });
        var shown = set.ToStranger(Operation.Reset);
        Assert.Equal(2, shown.Gates);
        Assert.Equal([MethodKind.Email, MethodKind.Authenticator], shown.Methods);
        Assert.Empty(Set().ToStranger(Operation.Reset).Methods);
    }

    [Fact]
    public void Asking_what_is_permitted_costs_no_memory()
    {
        var set = Set(For("a", "Sales"), For("b", "IT"), For("c"));
        var account = Person([.. Enumerable.Range(0, 100).Select(number => $"group {number}"), "IT"]);
        set.Rule(account, Operation.Reset);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < 1000; round++)
        {
            set.Rule(account, Operation.Reset);
        }

        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 64 * 1000, "An enumerator of the account's groups is all that it may cost.");
    }
}
