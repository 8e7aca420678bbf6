namespace ResetBot.Recovery.Cases;

/// <summary>Where a case went.</summary>
/// <param name="Conversation">The key of the conversation.</param>
/// <param name="Person">The channel and its id of the person who took it there.</param>
internal sealed record CasePlace(string Conversation, string Person);
