using FsCheck;
using FsCheck.Fluent;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Policy;
using ResetBot.Tests.Directories.Demo;
using Xunit;
using static ResetBot.Tests.Recovery.Policy.PolicyScene;

namespace ResetBot.Tests.Recovery.Policy;

/// <summary>What others may find out is never enough by itself, whatever policies say and in whatever order they come.</summary>
public sealed class NeverAloneProperties : IAsyncDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private readonly PolicyDesks _desks = new();

    public ValueTask DisposeAsync() => _desks.DisposeAsync();

    [Fact]
    public void No_row_of_policies_in_the_middle_of_a_case_makes_questions_a_proof() => Prop.ForAll(
        AdministratorFloorProperties.AnyPolicy.ListOf().NonEmptyListOf().Zip(Gen.Elements(true, false)).ToArbitrary(),
        all => Proof(all.Item1, Person() with { IsAdministrator = all.Item2 }, MethodKind.SecurityQuestions) is null).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(1, true, MethodKind.Email)]
    [InlineData(1, false, MethodKind.SecurityQuestions)]
    [InlineData(2, false, MethodKind.SecurityQuestions)]
    [InlineData(2, false, MethodKind.Email)]
    [InlineData(2, true, MethodKind.Email, MethodKind.SecurityQuestions)]
    [InlineData(2, true, MethodKind.SecurityQuestions, MethodKind.Passkey)]
    public void A_case_is_proved_by_enough_gates_of_which_one_stands_alone(int required, bool isProved, params MethodKind[] passed)
    {
        var policy = For("All") with { MethodsRequiredToReset = required, MethodsAllowed = RecoveryPolicy.EveryMethod };
        Assert.Equal(isProved, Proof([[policy]], Person(), passed) is not null);
    }

    [Fact]
    public void For_every_choice_of_methods_those_that_count_lead_to_a_proof()
    {
        foreach (var gates in (int[])[1, 2])
        {
            foreach (var registered in Subsets())
            {
                var counting = Counting(_desks.Registered(null, registered), [], gates);
                foreach (var first in counting)
                {
                    var next = Counting(_desks.Registered(null, registered), [first], gates);
                    Assert.True(
                        gates == 1 ? first != MethodKind.SecurityQuestions : next.Any(second => FactorTable.Published.HasOneThatStandsAlone([first, second])) || counting.Count == 1,
                        $"{gates} of {string.Join(", ", registered)}: {first} leads nowhere");
                }
            }
        }
    }

    [Theory]
    [InlineData("[securityQuestions]", "line 3: methodsAllowed has only securityQuestions; it counts beside another method only")]
    [InlineData("[email, securityQuestions]", "line 3: warning: methodsAllowed has securityQuestions: it counts for nothing where one method is required, and never for administrators")]
    public async Task Who_writes_a_policy_is_told(string methods, string finding)
    {
        using var house = new DemoHouse();
        var text = $"policies:\n  - name: All\n    methodsAllowed: {methods}\n";
        var reading = await PolicyFileReader.ReadAsync(text, new PolicyCheck(FactorTable.Published, house.Directory), CancellationToken.None);
        Assert.Contains(finding, reading.Findings.Select(one => one.ToString()));
        Assert.Equal(!finding.Contains("has only", StringComparison.Ordinal), reading.IsSound);
    }

    [Fact]
    public void They_are_off_where_a_policy_does_not_name_them()
    {
        Assert.DoesNotContain(MethodKind.SecurityQuestions, new RecoveryPolicy().Allowed());
        Assert.DoesNotContain(MethodKind.SecurityQuestions, For("All").MethodsAllowed);
        Assert.Contains(MethodKind.SecurityQuestions, RecoveryPolicy.EveryMethod);
    }

    private static IEnumerable<MethodKind[]> Subsets()
    {
        MethodKind[] kinds = [MethodKind.Sms, MethodKind.Authenticator, MethodKind.SecurityQuestions];
        return Enumerable.Range(0, 1 << kinds.Length).Select(chosen => kinds.Where((_, index) => (chosen & (1 << index)) != 0).ToArray());
    }

    private List<MethodKind> Counting(AccountRecord record, MethodKind[] used, int gates) =>
    [
        .. _desks.Desks.Judge.Judge(record, Person(), RecoveryPolicy.EveryMethod, used, gates, Now)
            .Where(one => one.Standing is MethodStanding.Counts)
            .Select(one => one.Method.Kind),
    ];

    // The gates are passed whatever the policies say, and the case is called proved as soon as it has so many.
    private static VerifiedPerson? Proof(IReadOnlyList<IReadOnlyList<AccountPolicy>> versions, Account account, params MethodKind[] passed)
    {
        var sets = versions.Select((policies, index) => new PolicySet(index, policies, FactorTable.Published)).ToList();
        var begun = sets[0].Rule(account, Operation.Reset) as PolicyRuling.Permits;
        var one = new RecoveryCase
        {
            Id = "1",
            Account = account.Id,
            Operation = Operation.Reset,
            BegunIn = "c",
            BegunBy = "p",
            Language = "en",
            StartedAt = Now,
            GatesRequired = begun?.Gates ?? 1,
            Terms = new CaseTerms(0, RecoveryPolicy.EveryMethod, true, null),
        };
        one.LiveUntil(Now.AddMinutes(15));
        one.Passed.AddRange(passed.Select(kind => new PassedGate(kind, Now)));
        foreach (var set in sets)
        {
            one.Hold(set.Rule(account, Operation.Reset));
            one.Status = one.Passed.Count >= one.GatesRequired ? CaseStatus.Proved : one.Status;
        }

        return one.Proof(Operation.Reset, Now, sets[^1].Rule(account, Operation.Reset), new AccountRecord { Key = account.Id.ToString() });
    }
}
