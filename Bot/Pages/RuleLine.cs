namespace ResetBot.Bot.Pages;

/// <summary>A password rule as the page lists it.</summary>
/// <param name="Name">The name that the page's script knows it by.</param>
/// <param name="Text">What it asks, in words.</param>
/// <param name="State"><c>met</c> or <c>unmet</c> by the password that the server has just refused; null when it refused none.</param>
/// <param name="Word">The state in words, for those who do not see its mark; empty when there is none.</param>
public sealed record RuleLine(string Name, string Text, string? State, string Word);
