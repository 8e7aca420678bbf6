namespace ResetBot.Recovery.SecurityQuestions;

/// <summary>Questions that were drawn to be answered together.</summary>
/// <param name="Id">What tells this draw from any other; not a secret.</param>
/// <param name="Questions">The names of the questions, in the order in which they are asked.</param>
public sealed record QuestionDraw(string Id, IReadOnlyList<string> Questions);
