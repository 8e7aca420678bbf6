namespace ResetBot.Recovery.Pushes;

/// <summary>The question of a case, as it stands in another chat of its person.</summary>
/// <param name="Chat">Which chat: an answer counts from nowhere else.</param>
/// <param name="NumberHash">The keyed hash of the number that the person sees where the case is, and types there.</param>
public sealed record PushedQuestion(LinkedChat Chat, string NumberHash);
