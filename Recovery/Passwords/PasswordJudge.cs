using System.Text;
using ResetBot.Recovery.Secrets;

namespace ResetBot.Recovery.Passwords;

/// <summary>
/// Judges a new password by every rule that needs nobody else. Lists of stolen passwords and our own history are asked by
/// <see cref="NewPasswordDesk"/>; the directory's history, and whatever else only it knows, when the password is set.
/// </summary>
public sealed class PasswordJudge
{
    private readonly PasswordOptions _options;
    private readonly BannedWordList _banned;
    private readonly Guesswork _guesswork = new();

    public PasswordJudge(PasswordOptions options)
    {
        _options = options;
        _banned = new BannedWordList(options.BanCommonWords ? [.. CommonWords.All, .. options.BannedWords] : options.BannedWords);
    }

    /// <summary>The rules for one person, for a page that shows them and checks them while somebody types.</summary>
    public PasswordRuleBook RulesFor(PasswordContext context) => new()
    {
        MinimumLength = Math.Max(_options.MinimumLengthInForce, context.Directory.MinimumLength),
        MaximumLength = Math.Min(_options.MaximumLength, context.Directory.MaximumLength),
        ClassesRequired = context.Directory.ClassesRequired,
        AsciiOnly = context.Directory.AsciiOnly,
        PointsRequired = _options.PointsRequired,
        VarietyRequired = _options.VarietyRequired,
        BannedWords = _banned.Words,
        Names = NameList.Of(context.Account, context.CompanyNames),
        OnSave = _options.StrengthRequired > 0 ? [PasswordRule.Guessable] : [],
    };

    /// <summary>What every rule says. Give it what <see cref="PasswordText.Compose"/> made. Never throws for what somebody typed.</summary>
    public PasswordVerdict Judge(NewPassword password, PasswordContext context)
    {
        var rules = RulesFor(context);
        var text = password.Reveal();
        var census = CharacterCensus.Of(text);
        if (census.Length > rules.MaximumLength)
        {
            return TooLong(census, rules);
        }

        var normalised = PasswordText.Normalise(text);
        var results = new List<PasswordRuleResult>
        {
            AtLeast(PasswordRule.MinimumLength, census.Length, rules.MinimumLength),
            AtMost(PasswordRule.MaximumLength, census.Length, rules.MaximumLength),
            AtMost(PasswordRule.Characters, census.Unusable, 0),
        };
        if (rules.AsciiOnly)
        {
            results.Add(AtMost(PasswordRule.PlainCharacters, census.BeyondAscii, 0));
        }

        if (rules.ClassesRequired > 0)
        {
            results.Add(AtLeast(PasswordRule.Classes, census.Classes, rules.ClassesRequired));
        }

        results.Add(AtLeast(PasswordRule.BannedWords, _banned.Points(normalised, rules.PointsRequired), rules.PointsRequired));
        results.Add(AtMost(PasswordRule.PersonalNames, NamesIn(normalised, rules.Names), 0));
        results.Add(AtLeast(PasswordRule.Variety, Variety.Of(normalised), rules.VarietyRequired));
        if (_options.StrengthRequired > 0)
        {
            results.Add(AtLeast(PasswordRule.Guessable, _guesswork.Score(text, rules.Names), _options.StrengthRequired));
        }

        return new PasswordVerdict(results);
    }

    /// <summary>Megabytes are refused for their length alone, before anything that takes time.</summary>
    private static PasswordVerdict TooLong(CharacterCensus census, PasswordRuleBook rules)
        => new([AtMost(PasswordRule.MaximumLength, census.Length, rules.MaximumLength)]);

    private static int NamesIn(Rune[] normalised, IReadOnlyList<string> names)
    {
        var text = string.Concat(normalised.Select(rune => rune.ToString()));
        return names.Count(name => text.Contains(name, StringComparison.Ordinal));
    }

    private static PasswordRuleResult AtLeast(PasswordRule rule, int found, int needed) => new(rule, found >= needed, found, needed);

    private static PasswordRuleResult AtMost(PasswordRule rule, int found, int needed) => new(rule, found <= needed, found, needed);
}
