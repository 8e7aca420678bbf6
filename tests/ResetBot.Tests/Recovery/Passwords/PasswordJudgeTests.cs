using System.Diagnostics;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Passwords;
using ResetBot.Recovery.Secrets;
using Xunit;

namespace ResetBot.Tests.Recovery.Passwords;

public sealed class PasswordJudgeTests
{
    private static readonly PasswordContext Alex = new(
        new Account
        {
            Id = new AccountId("demo", "1"),
            UserName = "alex@contoso.example",
            DisplayName = "Alex Wilber",
            FirstName = "Alex",
            LastName = "Wilber",
        },
        new DirectoryPasswordRules(8, 256, 3, 5, 5, TimeSpan.FromMinutes(15)),
        ["Contoso"]);

    public static TheoryData<int> Vectors => [.. Enumerable.Range(0, PasswordVector.All.Count)];

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Every_vector_is_judged_as_it_says(int number)
    {
        var vector = PasswordVector.All[number];
        using var password = PasswordText.Compose(vector.Password);

        var verdict = vector.Judge().Judge(password, vector.Context());

        var judged = verdict.Results.Where(result => result.Rule != PasswordRule.Guessable).ToList();
        Assert.Equal(vector.Unmet, judged.Where(result => !result.Met).Select(result => Camel(result.Rule)));
        Assert.All(vector.Found, found => Assert.Equal(found.Value, judged.Single(result => Camel(result.Rule) == found.Key).Found));
    }

    [Theory]
    [InlineData("Correct horse battery staple")]
    [InlineData("Tre blå hästar springer 7")]
    [InlineData("vY9#kd!qLm2&zRt8")]
    public void A_good_password_is_accepted(string text) => Assert.Empty(Judge(text).Unmet);

    [Theory]
    [InlineData("Password12345678", PasswordRule.BannedWords)]
    [InlineData("Sommar2026Vinter2025", PasswordRule.BannedWords)]
    [InlineData("Lösenord-welcome", PasswordRule.BannedWords)]
    [InlineData("Alex-klarar-banan-7", PasswordRule.PersonalNames)]
    [InlineData("WilberKlarar-banan", PasswordRule.PersonalNames)]
    [InlineData("Q1w2e3r4t5y6u7i8o9p0", PasswordRule.Guessable)]
    public void A_weak_password_is_refused_by_the_rule_that_it_breaks(string text, PasswordRule rule)
        => Assert.Contains(Judge(text).Unmet, result => result.Rule == rule);

    [Fact]
    public void Half_of_an_emoji_is_no_character_for_a_password()
    {
        var unmet = Assert.Single(Judge("Klar-bana-\ud83d-och-7-mil").Unmet);

        Assert.Equal(new PasswordRuleResult(PasswordRule.Characters, Met: false, Found: 1, Needed: 0), unmet);
    }

    [Fact]
    public void Eight_characters_do_where_another_factor_is_always_asked()
    {
        var options = new PasswordOptions { SecondFactorAtSignIn = true };
        using var password = new NewPassword("Tk7#wq9v");

        var length = new PasswordJudge(options).Judge(password, Alex).Results.Single(result => result.Rule == PasswordRule.MinimumLength);

        Assert.Equal(new PasswordRuleResult(PasswordRule.MinimumLength, Met: true, Found: 8, Needed: 8), length);
    }

    [Fact]
    public void A_required_strength_of_zero_asks_for_none()
    {
        using var password = new NewPassword("Klar-bana-7-mil");

        var verdict = new PasswordJudge(new PasswordOptions { StrengthRequired = 0 }).Judge(password, Alex);

        Assert.DoesNotContain(verdict.Results, result => result.Rule == PasswordRule.Guessable);
    }

    [Fact]
    public void The_stricter_of_directory_and_house_rules_holds()
    {
        var context = Alex with { Directory = Alex.Directory with { MinimumLength = 20, MaximumLength = 127 } };

        var rules = new PasswordJudge(new PasswordOptions()).RulesFor(context);

        Assert.Equal((20, 127), (rules.MinimumLength, rules.MaximumLength));
    }

    [Fact]
    public void Megabytes_are_refused_at_once()
    {
        var started = Stopwatch.GetTimestamp();

        var verdict = Judge(new string('x', 5_000_000));

        Assert.Equal(PasswordRule.MaximumLength, Assert.Single(verdict.Results).Rule);
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void The_longest_password_against_the_longest_list_is_judged_within_a_second()
    {
        var words = Enumerable.Range(0, 1000).Select(i => $"w{i:D4}abcdefghijk").ToList();
        var judge = new PasswordJudge(new PasswordOptions { BannedWords = words });
        var text = string.Concat(Enumerable.Range(0, 64).Select(i => $"aB{i % 10}!"));
        using var password = new NewPassword(text);
        judge.Judge(password, Alex);
        var started = Stopwatch.GetTimestamp();

        judge.Judge(password, Alex);

        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void A_verdict_never_prints_the_password()
        => Assert.DoesNotContain("Klar-bana", Judge("Klar-bana").ToString(), StringComparison.Ordinal);

    private static PasswordVerdict Judge(string text)
    {
        using var password = PasswordText.Compose(text);
        return new PasswordJudge(new PasswordOptions()).Judge(password, Alex);
    }

    private static string Camel(PasswordRule rule) => char.ToLowerInvariant(rule.ToString()[0]) + rule.ToString()[1..];
}
