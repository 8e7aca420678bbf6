namespace ResetBot.Testing.Conversations;

/// <summary>An entry of the demonstration's outbox.</summary>
public sealed record SentMail(string Id, string Via, string To, string Subject, string Text, DateTimeOffset SentAt);
