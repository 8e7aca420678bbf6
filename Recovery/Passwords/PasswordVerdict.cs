namespace ResetBot.Recovery.Passwords;

/// <summary>What every rule says to a password, in the order in which a page lists them.</summary>
public sealed record PasswordVerdict(IReadOnlyList<PasswordRuleResult> Results)
{
    /// <summary>Whether every rule is met.</summary>
    public bool Passes => Results.All(result => result.Met);

    /// <summary>The same, and one rule that only the server could check and that is not met.</summary>
    internal PasswordVerdict And(PasswordRule unmet, int found) => new([.. Results, new PasswordRuleResult(unmet, Met: false, found, Needed: 0)]);

    public IEnumerable<PasswordRuleResult> Unmet => Results.Where(result => !result.Met);
}
