namespace ResetBot.Recovery.Methods;

/// <summary>What one kind of method depends on.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Group">What it hangs on.</param>
/// <param name="Tie">When it hangs on the account.</param>
/// <param name="ForAdministrators">Whether it may prove an administrator.</param>
public sealed record FactorRow(MethodKind Kind, FactorGroup Group, AccountTie Tie, bool ForAdministrators = true);
