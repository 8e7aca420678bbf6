namespace ResetBot.Bot.Pages;

/// <summary>A password rule as the page lists it.</summary>
/// <param name="Name">The name that the page's script knows it by.</param>
/// <param name="Text">What it asks, in words.</param>
/// <param name="State"><c>unmet</c> when the server has just refused a password for it; null otherwise.</param>
public sealed record RuleLine(string Name, string Text, string? State);
