namespace ResetBot.Dialogs.Turns;

/// <summary>What a button on a card carries back.</summary>
/// <param name="Prompt">The id of the question that the card asked; a button of an earlier question carries another one.</param>
/// <param name="Value">The choice, or a command, in the same words that can be typed.</param>
/// <param name="Input">What the person typed into the card's field, if it has one.</param>
public sealed record CardChoice(string? Prompt, string Value, string? Input = null);
