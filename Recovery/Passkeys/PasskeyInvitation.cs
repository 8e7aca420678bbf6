namespace ResetBot.Recovery.Passkeys;

/// <summary>What a browser needs to register or use a passkey.</summary>
/// <param name="Options">The options for the browser, in the JSON of WebAuthn Level 3.</param>
/// <param name="State">What is needed to look at the browser's answer. From <see cref="IPasskeys"/> it is plain and must not be shown.</param>
public sealed record PasskeyInvitation(string Options, string State);
