namespace ResetBot.Recovery.Passkeys;

/// <summary>
/// The ceremonies of WebAuthn for the address under which this service is reached. What a browser sends that is not right, whatever it is, gives
/// null, never an exception.
/// </summary>
public interface IPasskeys
{
    /// <summary>Invites a browser to make a passkey that is found by the account alone, and asks its owner who they are each time.</summary>
    Task<PasskeyInvitation> InviteAsync(PasskeyOwner owner);

    /// <summary>The passkey that a browser made for an invitation with this state.</summary>
    Task<Passkey?> MadeAsync(PasskeyOwner owner, string state, string answer);

    /// <summary>Asks a browser for the passkey of this owner; for any that it has for this service when there is none.</summary>
    Task<PasskeyInvitation> AskAsync(PasskeyOwner? owner);

    /// <summary>The owner's known passkey with its new count, when a browser used just that for an invitation with this state.</summary>
    Task<Passkey?> UsedAsync(PasskeyOwner owner, string state, string answer);
}
