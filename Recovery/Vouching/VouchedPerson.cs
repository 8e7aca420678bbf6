using ResetBot.Recovery.Accounts;

namespace ResetBot.Recovery.Vouching;

/// <summary>Somebody for whom another person vouches.</summary>
/// <param name="Id">Who.</param>
/// <param name="Name">What they are called.</param>
public sealed record VouchedPerson(AccountId Id, string Name);
