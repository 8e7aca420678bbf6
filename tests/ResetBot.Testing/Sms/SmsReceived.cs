namespace ResetBot.Testing.Sms;

/// <summary>A text message as a gateway got it.</summary>
public sealed record SmsReceived(string To, string Text, string CorrelationId);
