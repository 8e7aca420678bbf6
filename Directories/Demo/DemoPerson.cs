using ResetBot.Recovery.Accounts;

namespace ResetBot.Directories.Demo;

/// <summary>One person of the demonstration company, for the page that shows them.</summary>
/// <param name="Account">The account as it is now.</param>
/// <param name="StartingPassword">The published password that the account was seeded with.</param>
/// <param name="StartingPasswordInForce">Whether that one still signs in: false once another was set.</param>
public sealed record DemoPerson(Account Account, string StartingPassword, bool StartingPasswordInForce);
