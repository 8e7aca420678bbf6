namespace ResetBot.EndToEnd.Clients;

/// <summary>A line of the demo outbox.</summary>
internal sealed record SentMessage(string Id, string Via, string To, string Subject, string Text, DateTimeOffset SentAt);
