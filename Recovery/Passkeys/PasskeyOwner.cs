namespace ResetBot.Recovery.Passkeys;

/// <summary>Whose passkey is registered or used.</summary>
/// <param name="Handle">What stands for the account in the authenticator: always the same, and nothing can be read from it (WebAuthn §14.6.1).</param>
/// <param name="Name">What the authenticator lists it under.</param>
/// <param name="DisplayName">What the person is called.</param>
/// <param name="Known">The passkey that is registered; null when none is.</param>
public sealed record PasskeyOwner(string Handle, string Name, string DisplayName, Passkey? Known);
