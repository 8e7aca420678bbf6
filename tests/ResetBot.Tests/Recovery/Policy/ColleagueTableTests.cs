using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Policy;
using Xunit;
using static ResetBot.Tests.Recovery.Policy.PolicyScene;

namespace ResetBot.Tests.Recovery.Policy;

/// <summary>What colleagues are good for, by how many have accepted, and beside the manager; the same stands in docs/policy.md.</summary>
public sealed class ColleagueTableTests : IAsyncDisposable
{
    private static readonly AccountId Boss = new("demo", "boss");

    private readonly PolicyDesks _desks = new();

    public ValueTask DisposeAsync() => _desks.DisposeAsync();

    [Fact]
    public void They_count_when_as_many_have_accepted_as_are_needed_and_once_with_the_manager()
    {
        List<string[]> rows = [];
        foreach (var required in (int[])[2, 3])
        {
            _desks.Follow(For("Everyone") with { MethodsAllowed = RecoveryPolicy.EveryMethod, ColleaguesRequired = required });
            rows.AddRange(
                from administrator in (bool[])[false, true]
                from manager in (bool[])[false, true]
                from accepted in Enumerable.Range(1, 3)
                select Row(required, administrator, manager, accepted));
        }

        PolicyPage.Has("colleagues", ["have to vouch", "administrator", "manager in the directory", "accepted", "gates by others", "what is said of the colleagues"], rows);
    }

    [Fact]
    public void They_count_from_the_moment_on_from_which_the_last_one_of_those_does_who_are_needed()
    {
        var colleagues = _desks.Colleagues(3);
        colleagues.All = [colleagues.All[0], colleagues.All[1] with { CountsFrom = _desks.Now.AddDays(2) }, colleagues.All[2] with { CountsFrom = _desks.Now.AddDays(1) }];
        var record = _desks.Registered(null);
        record.Registered.Add(new RegisteredMethod { Id = "1", Kind = MethodKind.ColleagueVouching, AddedAt = _desks.Now, CountsFrom = _desks.Now, Colleagues = colleagues });
        Assert.Equal(new MethodStanding.NotYet(_desks.Now.AddDays(1)), Standing(record, Person()));
        colleagues.All = [.. colleagues.All.Select(colleague => colleague with { CountsFrom = null })];
        Assert.Equal(new MethodStanding.TooFewColleagues(0, 2), Standing(record, Person()));
    }

    [Fact]
    public void Without_anybody_named_they_count_for_nothing()
    {
        var record = _desks.Registered(null);
        record.Registered.Add(new RegisteredMethod { Id = "1", Kind = MethodKind.ColleagueVouching, AddedAt = _desks.Now, CountsFrom = _desks.Now });
        Assert.Equal(new MethodStanding.TooFewColleagues(0, 2), Standing(record, Person()));
    }

    private MethodStanding Standing(AccountRecord record, Account account) => _desks.Desks.Judge
        .Judge(record, account, RecoveryPolicy.EveryMethod, [], 2, _desks.Now).Single(one => one.Method.Kind == MethodKind.ColleagueVouching).Standing;

    private string[] Row(int required, bool administrator, bool manager, int accepted)
    {
        var account = (administrator ? Administrator() : Person()) with { Manager = manager ? Boss : null };
        var record = _desks.Registered(null);
        record.Registered.Add(new RegisteredMethod
        {
            Id = "1",
            Kind = MethodKind.ColleagueVouching,
            AddedAt = _desks.Now,
            CountsFrom = _desks.Now,
            Colleagues = _desks.Colleagues(accepted),
        });
        var permits = Assert.IsType<PolicyRuling.Permits>(_desks.Desks.Policies.Rule(account, Operation.Reset));
        var methods = _desks.Desks.Judge.Judge(record, account, permits.Methods, [], permits.Gates, _desks.Now);

        // Said again in plain words, so that the rule is not compared with itself.
        var gates = !administrator && (manager || accepted >= required) ? 1 : 0;
        Assert.Equal(gates, _desks.Desks.Judge.Counting(methods));
        var (method, standing) = _desks.Desks.Judge.Apart(methods).Single(one => one.Method.Kind == MethodKind.ColleagueVouching);
        var said = ResetBot.Dialogs.Common.Methods.Explain(_desks.Turn(), method, standing);
        return [$"{required}", administrator ? "yes" : "no", manager ? "yes" : "no", $"{accepted}", $"{gates}", said];
    }
}
