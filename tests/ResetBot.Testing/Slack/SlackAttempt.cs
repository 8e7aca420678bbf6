using System.Net;

namespace ResetBot.Testing.Slack;

/// <summary>An event was delivered, or was not.</summary>
/// <param name="Number">How often before; zero for the first time.</param>
/// <param name="Reason">What the app was told for why it comes again.</param>
/// <param name="Status">What was answered; null for nothing.</param>
/// <param name="Fault">What was wrong with that; null where nothing was.</param>
/// <param name="IsLast">It does not come again after this.</param>
public sealed record SlackAttempt(int Number, string? Reason, HttpStatusCode? Status, string? Fault, bool IsLast);
