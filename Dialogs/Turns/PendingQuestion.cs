namespace ResetBot.Dialogs.Turns;

/// <summary>A question whose card stands in the conversation.</summary>
/// <param name="Prompt">Its id, which buttons of its card carry.</param>
/// <param name="Title">The title of its card, for the card that takes its place.</param>
/// <param name="IsSensitive">Its card holds a link and a number, which are not to stay when it is over.</param>
public sealed record PendingQuestion(string Prompt, string Title, bool IsSensitive);
