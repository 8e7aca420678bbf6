using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Secrets;

namespace ResetBot.Recovery.Passwords;

/// <summary>What a page needs on which somebody chooses a new password.</summary>
/// <param name="Account">Whose it is to be.</param>
/// <param name="Rules">What holds for it.</param>
/// <param name="Offer">A passphrase that meets every one of them; null where none can. It is drawn for this one showing and stored nowhere.</param>
public sealed record NewPasswordInvitation(Account Account, PasswordRuleBook Rules, NewPassword? Offer);
