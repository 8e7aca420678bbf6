namespace ResetBot.Recovery.Passcodes;

/// <summary>One agent wants a passcode for a privileged account; it takes another one.</summary>
/// <param name="By">Who wants it.</param>
/// <param name="ExpiresAt">Until when the other one can join them.</param>
public sealed record PasscodeWish(string By, DateTimeOffset ExpiresAt);
