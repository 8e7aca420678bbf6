using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Passwords;

namespace ResetBot.Recovery.Operations;

/// <summary>A new password that may be sent to the directory.</summary>
/// <param name="Account">Whose it is to be, as the directory had it when it was looked at.</param>
/// <param name="Finding">What has to be remembered and noted of it.</param>
internal sealed record ScreenedPassword(Account Account, NewPasswordFinding.Good Finding)
{
    /// <summary>What the audit trail says of it beside the intention.</summary>
    public (string Name, string Value)[] Details => Finding.NotLookedUp ? [("breached passwords", "not looked up")] : [];
}
