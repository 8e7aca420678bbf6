namespace ResetBot.Testing.Sms;

/// <summary>A text message or a call as a gateway got it.</summary>
public sealed record SmsReceived(string To, string Text, string CorrelationId, string Kind = "text", string Language = "en", string? Extension = null);
