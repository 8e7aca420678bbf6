using System.Text.Json;
using ResetBot.Cards.Words;
using ResetBot.Recovery.Passwords;

namespace ResetBot.Bot.Pages;

/// <summary>The password rules of a page: in words, and as its script reads them.</summary>
public sealed record RuleList(IReadOnlyList<RuleLine> Lines, string Json)
{
    // The default encoder leaves no character that could end the script element.
    private static readonly JsonSerializerOptions Camel = new(JsonSerializerDefaults.Web);

    /// <param name="rules">What holds.</param>
    /// <param name="verdict">What was just refused; null at first.</param>
    /// <param name="words">The language.</param>
    public static RuleList Of(PasswordRuleBook rules, PasswordVerdict? verdict, WordBook words)
    {
        List<(PasswordRule Rule, int Needed)> asked =
        [
            (PasswordRule.MinimumLength, rules.MinimumLength),
            (PasswordRule.MaximumLength, rules.MaximumLength),
            (PasswordRule.Characters, 0),
            (PasswordRule.Classes, rules.ClassesRequired),
            (PasswordRule.BannedWords, 0),
            (PasswordRule.PersonalNames, 0),
            (PasswordRule.Variety, 0),
            (PasswordRule.Guessable, 0),
        ];
        var lines = asked
            .Where(rule => rule.Rule != PasswordRule.Classes || rule.Needed > 0)
            .Select(rule => Line(rule.Rule, Text(rule.Rule, rule.Needed, words), verdict, words))
            .Append(new RuleLine("confirmation", words.Say("rule.Confirmation"), null, ""))
            .ToList();
        var book = JsonSerializer.SerializeToNode(rules, Camel)!.AsObject();
        book["texts"] = JsonSerializer.SerializeToNode(
            new
            {
                Met = words.Say("coach.met"),
                Unmet = words.Say("coach.unmet"),
                Show = words.Say("coach.show"),
                Hide = words.Say("coach.hide"),
                Summary = words.Say("coach.summary"),
            },
            Camel);
        return new RuleList(lines, book.ToJsonString(Camel));
    }

    private static RuleLine Line(PasswordRule rule, string text, PasswordVerdict? verdict, WordBook words)
    {
        var state = State(verdict, rule);
        return new RuleLine(Name(rule), text, state, state is null ? "" : words.Say("coach." + state));
    }

    // Only the server knows how easy it is to guess: the list must not look unfinished while somebody types.
    private static string Text(PasswordRule rule, int needed, WordBook words) =>
        rule == PasswordRule.Guessable ? words.Say("coach.onSave", words.Say("rule.Guessable")) : words.Say($"rule.{rule}", needed);

    private static string Name(PasswordRule rule) => JsonNamingPolicy.CamelCase.ConvertName(rule.ToString());

    private static string? State(PasswordVerdict? verdict, PasswordRule rule) =>
        verdict?.Results.FirstOrDefault(result => result.Rule == rule) is { } result ? (result.Met ? "met" : "unmet") : null;
}
