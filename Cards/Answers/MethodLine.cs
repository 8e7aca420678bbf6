namespace ResetBot.Cards.Answers;

/// <summary>A registered method as the status shows it.</summary>
/// <param name="Method">Which.</param>
/// <param name="Masked">The masked destination; empty for an authenticator app.</param>
/// <param name="Note">Why it does not count now, in words; empty when it does.</param>
public sealed record MethodLine(MethodWord Method, string Masked, string Note);
