using ResetBot.Recovery.Accounts;

namespace ResetBot.Recovery.Vouching;

/// <summary>One person is asked to be among those who vouch for another one in future.</summary>
/// <param name="Id">Unique.</param>
/// <param name="Account">For whose account.</param>
/// <param name="Name">What its owner is called.</param>
/// <param name="ExpiresAt">From when on it cannot be accepted.</param>
public sealed record VouchingInvitation(string Id, AccountId Account, string Name, DateTimeOffset ExpiresAt);
