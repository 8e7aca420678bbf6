using ResetBot.Recovery.Secrets;

namespace ResetBot.Recovery.SecurityQuestions;

/// <summary>An answer that somebody typed on the secure page, as it is compared.</summary>
public sealed class TypedAnswer(ReadOnlySpan<char> typed) : Secret(AnswerText.Plain(typed));
