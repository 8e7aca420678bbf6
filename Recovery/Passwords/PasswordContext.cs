using ResetBot.Recovery.Accounts;

namespace ResetBot.Recovery.Passwords;

/// <summary>Whose password it is to be, and where.</summary>
/// <param name="Account">Whose names must not be in it.</param>
/// <param name="Directory">What the directory itself asks.</param>
/// <param name="CompanyNames">Company names that must not be in it.</param>
public sealed record PasswordContext(Account Account, DirectoryPasswordRules Directory, IReadOnlyList<string> CompanyNames);
