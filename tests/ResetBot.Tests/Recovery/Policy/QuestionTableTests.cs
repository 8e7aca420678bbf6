using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Policy;
using Xunit;
using static ResetBot.Tests.Recovery.Policy.PolicyScene;

namespace ResetBot.Tests.Recovery.Policy;

/// <summary>What security questions are good for beside what else is registered; the same stands in docs/policy.md.</summary>
public sealed class QuestionTableTests : IAsyncDisposable
{
    private static readonly (string Words, string? Address, MethodKind[] Others)[] Beside =
    [
        ("nothing else", null, []),
        ("e-mail of the company", PolicyDesks.CompanyAddress, []),
        ("e-mail", PolicyDesks.PrivateAddress, []),
        ("e-mail, app", PolicyDesks.PrivateAddress, [MethodKind.Authenticator]),
    ];

    private readonly PolicyDesks _desks = new();

    public ValueTask DisposeAsync() => _desks.DisposeAsync();

    [Fact]
    public void They_count_beside_another_method_where_two_are_required_and_never_for_administrators()
    {
        List<string[]> rows = [];
        foreach (var required in (int[])[1, 2])
        {
            _desks.Follow(For("Everyone") with { MethodsRequiredToReset = required, MethodsAllowed = RecoveryPolicy.EveryMethod });
            rows.AddRange(from administrator in (bool[])[false, true] from beside in Beside select Row(required, administrator, beside));
        }

        PolicyPage.Has("questions", ["required", "administrator", "registered beside questions", "count", "needed", "can begin", "what is said of the questions"], rows);
    }

    private string[] Row(int required, bool administrator, (string Words, string? Address, MethodKind[] Others) beside)
    {
        var account = administrator ? Administrator() : Person();
        var record = _desks.Registered(beside.Address, [.. beside.Others, MethodKind.SecurityQuestions]);
        var permits = Assert.IsType<PolicyRuling.Permits>(_desks.Desks.Policies.Rule(account, Operation.Reset));
        var methods = _desks.Desks.Judge.Judge(record, account, permits.Methods, [], permits.Gates, _desks.Now);
        var canBegin = _desks.Preflight.Obstacle(record, account, Operation.Reset, _desks.Now) is null;

        // Said again in plain arithmetic, so that the rule is not compared with itself.
        var standing = (beside.Address == PolicyDesks.PrivateAddress ? 1 : 0) + beside.Others.Length;
        var needed = administrator ? 2 : required;
        var count = standing + (standing > 0 && needed == 2 && !administrator ? 1 : 0);
        Assert.Equal((count, needed, count >= needed), (_desks.Desks.Judge.Counting(methods), permits.Gates, canBegin));
        var (questions, worth) = methods.Single(one => one.Method.Kind == MethodKind.SecurityQuestions);
        var said = ResetBot.Dialogs.Common.Methods.Explain(_desks.Turn(), questions, worth);
        return [$"{required}", administrator ? "yes" : "no", beside.Words, $"{count}", $"{needed}", canBegin ? "yes" : "no", said];
    }
}
