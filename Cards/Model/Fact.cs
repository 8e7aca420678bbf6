namespace ResetBot.Cards.Model;

/// <summary>A name and its value.</summary>
public sealed record Fact(string Name, string Value);
