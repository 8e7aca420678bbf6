namespace ResetBot.Recovery.Secrets;

/// <summary>A code of digits that was sent to a person, or that a person typed.</summary>
public sealed class OneTimeCode(ReadOnlySpan<char> digits) : Secret(digits);
