namespace ResetBot.Recovery.Passkeys;

/// <summary>The public half of a passkey, as WebAuthn describes it. Nothing in it is secret.</summary>
/// <param name="CredentialId">The authenticator's name for it, in base64url.</param>
/// <param name="PublicKey">The key that checks its signatures (COSE), in base64url.</param>
/// <param name="SignCount">How often the authenticator says that it has signed; 0 where it does not count.</param>
/// <param name="Transports">How a browser reaches it: <c>internal</c>, <c>hybrid</c>, <c>usb</c> and so on.</param>
/// <param name="IsBackupEligible">It may be copied to other devices of its owner.</param>
/// <param name="IsBackedUp">It has been.</param>
/// <param name="CreatedAt">When it was registered here.</param>
public sealed record Passkey(
    string CredentialId,
    string PublicKey,
    uint SignCount,
    IReadOnlyList<string> Transports,
    bool IsBackupEligible,
    bool IsBackedUp,
    DateTimeOffset CreatedAt);
