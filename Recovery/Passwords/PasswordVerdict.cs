namespace ResetBot.Recovery.Passwords;

/// <summary>What every rule says to a password, in the order in which a page lists them.</summary>
public sealed record PasswordVerdict(IReadOnlyList<PasswordRuleResult> Results)
{
    /// <summary>Whether every rule is met.</summary>
    public bool Passes => Results.All(result => result.Met);

    public IEnumerable<PasswordRuleResult> Unmet => Results.Where(result => !result.Met);
}
