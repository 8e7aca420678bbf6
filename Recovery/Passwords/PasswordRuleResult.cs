namespace ResetBot.Recovery.Passwords;

/// <summary>What one rule says to a password. What the numbers count is said at <see cref="PasswordRule"/>.</summary>
public sealed record PasswordRuleResult(PasswordRule Rule, bool Met, int Found, int Needed);
