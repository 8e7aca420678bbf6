namespace ResetBot.Recovery.Cases;

/// <summary>What is needed to begin a case.</summary>
/// <param name="ObjectId">The Entra object id that a verified channel gave for the person.</param>
/// <param name="Operation">What the person wants.</param>
/// <param name="Conversation">The key of the conversation.</param>
/// <param name="Starter">The channel and its id of the person.</param>
/// <param name="Language">Two letters.</param>
public sealed record CaseRequest(string ObjectId, Operation Operation, string Conversation, string Starter, string Language);
