using System.Text.Json;
using ResetBot.Cards.Words;
using ResetBot.Recovery.Passwords;

namespace ResetBot.Bot.Pages;

/// <summary>The password rules of a page: in words, and as its script reads them.</summary>
public sealed record RuleList(IReadOnlyList<RuleLine> Lines, string Json)
{
    // The default encoder leaves no character that could end the script element.
    private static readonly JsonSerializerOptions Camel = new(JsonSerializerDefaults.Web);

    private static readonly (PasswordRule Rule, int Needed)[] Nothing = [];

    // What the script says, and by which name it knows it.
    private static readonly (string Name, string Sentence)[] Texts =
    [
        ("met", "coach.met"),
        ("unmet", "coach.unmet"),
        ("show", "coach.show"),
        ("hide", "coach.hide"),
        ("summary", "coach.summary"),
        ("use", "offer.use"),
        ("used", "offer.used"),
        ("drawn", "offer.drawn"),
    ];

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
            .. rules.AsciiOnly ? [(PasswordRule.PlainCharacters, 0)] : Nothing,
            .. rules.ClassesRequired > 0 ? [(PasswordRule.Classes, rules.ClassesRequired)] : Nothing,
            (PasswordRule.BannedWords, 0),
            (PasswordRule.PersonalNames, 0),
            (PasswordRule.Variety, 0),
        ];
        var lines = asked
            .Select(rule => Line(rule.Rule, words.Say($"rule.{rule.Rule}", rule.Needed), verdict, words))
            .Concat(rules.OnSave.Select(rule => Line(rule, words.Say("coach.onSave", words.Say($"rule.{rule}")), verdict, words)))
            .Append(new RuleLine("confirmation", words.Say("rule.Confirmation"), null, ""))
            .ToList();
        var book = JsonSerializer.SerializeToNode(rules, Camel)!.AsObject();
        book["texts"] = JsonSerializer.SerializeToNode(Texts.ToDictionary(text => text.Name, text => words.Say(text.Sentence)), Camel);
        return new RuleList(lines, book.ToJsonString(Camel));
    }

    private static RuleLine Line(PasswordRule rule, string text, PasswordVerdict? verdict, WordBook words)
    {
        var state = State(verdict, rule);
        return new RuleLine(Name(rule), text, state, state is null ? "" : words.Say("coach." + state));
    }

    private static string Name(PasswordRule rule) => JsonNamingPolicy.CamelCase.ConvertName(rule.ToString());

    private static string? State(PasswordVerdict? verdict, PasswordRule rule) =>
        verdict?.Results.FirstOrDefault(result => result.Rule == rule) is { } result ? (result.Met ? "met" : "unmet") : null;
}
