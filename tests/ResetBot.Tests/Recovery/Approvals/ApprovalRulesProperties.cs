using FsCheck;
using FsCheck.Fluent;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Approvals;
using ResetBot.Recovery.Limits;
using ResetBot.Tests.Dialogs.Waterfall;
using ResetBot.Tests.Recovery.Passwords;
using Xunit;

namespace ResetBot.Tests.Recovery.Approvals;

/// <summary>Whatever the directory says about who reports to whom, rings included.</summary>
public sealed class ApprovalRulesProperties
{
    private const int People = 7;

    // For each person the index of their manager; People for none.
    private static readonly Arbitrary<int[]> Managers = Gen.Choose(0, People).ArrayOf(People).ToArbitrary();

    [Fact]
    public void Whose_word_counts_is_neither_the_person_nor_anybody_below_them() => Prop.ForAll(Managers, managers =>
    {
        var directory = Company(managers);
        var rules = new ApprovalRules(directory, new LimitsOptions());
        return Pairs().All(pair => Counts(rules, directory, pair) == (pair.Approver != pair.Person && !IsBelow(managers, pair.Approver, pair.Person)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Two_people_never_both_count_for_each_other_when_one_is_above_the_other() => Prop.ForAll(Managers, managers =>
    {
        var directory = Company(managers);
        var rules = new ApprovalRules(directory, new LimitsOptions());
        return Pairs().All(pair => !IsBelow(managers, pair.Person, pair.Approver)
            || !(Counts(rules, directory, pair) && Counts(rules, directory, (pair.Person, pair.Approver))));
    }).QuickCheckThrowOnFailure();

    private static IEnumerable<(int Approver, int Person)> Pairs() =>
        from approver in Enumerable.Range(0, People) from person in Enumerable.Range(0, People) select (approver, person);

    private static bool Counts(ApprovalRules rules, QuietDirectory directory, (int Approver, int Person) pair) =>
        rules.FindAsync(new FakeWork(), directory.Accounts[Id(pair.Approver)], Id(pair.Person), default).GetAwaiter().GetResult() is null;

    // By all the managers that there are above somebody; whoever is in a ring is above and below everybody in it, and counts for nobody.
    private static bool IsBelow(int[] managers, int approver, int person)
    {
        HashSet<int> above = [];
        var next = managers[approver];
        while (next != People)
        {
            if (!above.Add(next))
            {
                return true;
            }

            next = managers[next];
        }

        return above.Contains(person);
    }

    private static QuietDirectory Company(int[] managers)
    {
        var directory = new QuietDirectory();
        for (var person = 0; person < People; person++)
        {
            var account = directory.Add($"p{person}");
            directory.Accounts[account.Id] = account with { Manager = managers[person] == People ? null : Id(managers[person]) };
        }

        return directory;
    }

    private static AccountId Id(int person) => new("demo", $"p{person}");
}
