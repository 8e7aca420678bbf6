namespace ResetBot.Recovery.Cases;

/// <summary>What is needed to begin a case.</summary>
/// <param name="Who">Whose account it is about.</param>
/// <param name="Operation">What the person wants.</param>
/// <param name="Conversation">The key of the conversation.</param>
/// <param name="Starter">The channel and its id of the person.</param>
/// <param name="Language">Two letters.</param>
public sealed record CaseRequest(CaseSubject Who, Operation Operation, string Conversation, string Starter, string Language);
