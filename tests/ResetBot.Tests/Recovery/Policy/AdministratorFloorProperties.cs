using FsCheck;
using FsCheck.Fluent;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Policy;
using Xunit;
using static ResetBot.Tests.Recovery.Policy.PolicyScene;

namespace ResetBot.Tests.Recovery.Policy;

/// <summary>No policies, whoever wrote them and in whatever order they come, weaken what holds for administrators.</summary>
public sealed class AdministratorFloorProperties
{
    private static readonly string[] Groups = ["Sales", "IT", "Finance", "Administrators"];

    // Text messages stand for what an administrator may never use.
    private static readonly FactorTable Factors =
        new([.. FactorTable.Published.Rows.Select(row => row with { ForAdministrators = row.Kind != MethodKind.Sms })]);

    internal static readonly Gen<AccountPolicy> AnyPolicy =
        from numbers in Gen.Choose(-3, 4).ListOf(3)
        from methods in Gen.SubListOf(FactorTable.Published.InPolicies.AsEnumerable())
        from operations in Gen.SubListOf(RecoveryPolicy.EveryOperation.AsEnumerable())
        from groups in Gen.SubListOf(Groups)
        from enabled in Gen.Elements(true, true, true, false)
        from tier in Gen.Elements(Enum.GetValues<LicenceTier>())
        select new AccountPolicy
        {
            Name = "any",
            Groups = groups.Count == 0 ? null : [.. groups],
            Enabled = enabled,
            Operations = [.. operations],
            MethodsAllowed = [.. methods],
            MethodsRequiredToReset = numbers[0],
            MethodsRequiredToUnlock = numbers[1],
            MethodsToRegister = numbers[2],
            Licence = tier,
        };

    private static readonly Gen<Account> AnyAdministrator =
        from groups in Gen.SubListOf(Groups)
        from origin in Gen.Elements(Enum.GetValues<AccountOrigin>())
        select Administrator([.. groups]) with { Origin = origin };

    [Fact]
    public void No_set_of_policies_lets_an_administrator_pass_with_fewer_than_two_gates_or_a_forbidden_method() => Prop.ForAll(
        AnyPolicy.ListOf().Zip(AnyAdministrator).ToArbitrary(),
        pair => new[] { Operation.Reset, Operation.Unlock }.All(operation =>
            new PolicySet(1, [.. pair.Item1], Factors).Rule(pair.Item2, operation) is not PolicyRuling.Permits permits
            || (permits.Gates >= 2 && !permits.Methods.Contains(MethodKind.Sms)))).QuickCheckThrowOnFailure();

    [Fact]
    public void No_set_of_policies_lets_security_questions_prove_an_administrator() => Prop.ForAll(
        AnyPolicy.ListOf().Zip(AnyAdministrator).ToArbitrary(),
        pair => Enum.GetValues<Operation>().All(operation =>
            Set([.. pair.Item1]).Rule(pair.Item2, operation) is not PolicyRuling.Permits permits
            || !permits.Methods.Contains(MethodKind.SecurityQuestions))).QuickCheckThrowOnFailure();

    [Fact]
    public void No_row_of_policies_in_the_middle_of_a_case_gives_a_proof_for_less() => Prop.ForAll(
        AnyPolicy.ListOf().NonEmptyListOf().Zip(AnyAdministrator).Zip(Gen.Elements(MethodKind.Email, MethodKind.Sms, MethodKind.Authenticator).ListOf(2)).ToArbitrary(),
        all => IsProvedByTwo(all.Item1.Item1, all.Item1.Item2, all.Item2)).QuickCheckThrowOnFailure();

    // One policy after the other while gates are passed; at the end a proof, if there is one, has two independent factors that were never forbidden.
    private static bool IsProvedByTwo(IReadOnlyList<IReadOnlyList<AccountPolicy>> versions, Account account, IReadOnlyList<MethodKind> used)
    {
        var now = new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
        var sets = versions.Select((policies, index) => new PolicySet(index, policies, Factors)).ToList();
        var begun = sets[0].Rule(account, Operation.Reset) as PolicyRuling.Permits;
        var one = new RecoveryCase
        {
            Id = "1",
            Account = account.Id,
            Operation = Operation.Reset,
            BegunIn = "c",
            BegunBy = "p",
            Language = "en",
            StartedAt = now,
            GatesRequired = begun?.Gates ?? 2,
            Terms = new CaseTerms(0, begun?.Methods ?? [], true, null),
        };
        one.LiveUntil(now.AddMinutes(15));
        foreach (var (set, index) in sets.Select((set, index) => (set, index)))
        {
            var ruling = set.Rule(account, Operation.Reset);
            one.Hold(ruling);
            if (index < used.Count && one.Allowed(ruling).Contains(used[index]) && !one.Used.Contains(used[index]))
            {
                one.Passed.Add(new PassedGate(used[index], now));
                one.Status = one.Passed.Count >= one.GatesRequired ? CaseStatus.Proved : one.Status;
            }
        }

        return one.Proof(Operation.Reset, now, sets[^1].Rule(account, Operation.Reset), new AccountRecord { Key = "anna" }) is not { } person
            || (Factors.Independent(person.Factors) >= 2 && !person.Factors.Contains(MethodKind.Sms) && person.Factors.All(begun!.Methods.Contains));
    }
}
