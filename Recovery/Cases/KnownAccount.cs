using ResetBot.Recovery.Accounts;

namespace ResetBot.Recovery.Cases;

/// <summary>What the directory has said about the account of a case.</summary>
/// <param name="Account">Null when it has none.</param>
internal sealed record KnownAccount(Account? Account);
