using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Secrets;

namespace ResetBot.Recovery.Accounts;

/// <summary>
/// Where accounts live. Reading never changes anything and may be repeated; writing takes a <see cref="VerifiedPerson"/> and happens at most
/// once for each call. A directory that cannot be reached throws <see cref="DirectoryUnavailableException"/>, never an empty answer.
/// </summary>
public interface IDirectory
{
    /// <summary>The directory part of its account ids, in lower case.</summary>
    string Name { get; }

    /// <summary>Company names that must not stand in a password.</summary>
    IReadOnlyList<string> CompanyNames { get; }

    /// <summary>Mail domains that belong to the company: an address in one of them depends on the account and proves nothing.</summary>
    IReadOnlyList<string> VerifiedDomains { get; }

    /// <summary>The directory's own rules for the passwords of this account.</summary>
    Task<DirectoryPasswordRules> PasswordRulesAsync(AccountId account, CancellationToken cancellation);

    /// <summary>
    /// The account by its immutable id; null when there is none. An id with this directory's <see cref="Name"/> is looked for whether there is
    /// such an account or not, and fails alike when the directory is silent: people whom nobody knows see how long it takes.
    /// </summary>
    Task<Account?> GetAsync(AccountId account, CancellationToken cancellation);

    /// <summary>The account that an Entra object id names (compared without case); null when there is none.</summary>
    /// <exception cref="AccountNotUniqueException">There are several.</exception>
    Task<Account?> FindByObjectIdAsync(string objectId, CancellationToken cancellation);

    /// <summary>The account that a typed user name or address names (compared without case); null when there is none.</summary>
    /// <exception cref="AccountNotUniqueException">There are several.</exception>
    Task<Account?> FindByUserNameAsync(string userName, CancellationToken cancellation);

    /// <summary>
    /// The accounts that somebody may mean by a typed user name, address or whole display name (compared without case); at most a few. A directory that
    /// cannot look for display names finds user names.
    /// </summary>
    async Task<IReadOnlyList<Account>> FindPeopleAsync(string typed, CancellationToken cancellation) =>
        await FindByUserNameAsync(typed, cancellation) is { } account ? [account] : [];

    /// <summary>Whether there is a group of this name (compared without case); null when the directory does not tell.</summary>
    Task<bool?> HasGroupAsync(string group, CancellationToken cancellation) => Task.FromResult<bool?>(null);

    /// <summary>Asks the directory whether a password is right. A wrong one counts towards the directory's own lockout.</summary>
    Task<PasswordCheck> CheckPasswordAsync(AccountId account, CurrentPassword password, CancellationToken cancellation);

    /// <summary>Sets a new password and clears a lockout. The directory's own rules and history hold.</summary>
    Task<PasswordWrite> ResetPasswordAsync(VerifiedPerson person, NewPassword password, CancellationToken cancellation);

    /// <summary>Replaces a password by means of the present one, which was right a moment ago. The directory's own rules and history hold.</summary>
    Task<PasswordWrite> ChangePasswordAsync(VerifiedPerson person, CurrentPassword current, NewPassword password, CancellationToken cancellation);

    /// <summary>
    /// Ends every session of an account, so that each device has to sign in anew; false when this directory has no sessions that it could end. Needs
    /// no proof, since it gives nobody anything. May be repeated.
    /// </summary>
    Task<bool> EndSessionsAsync(AccountId account, CancellationToken cancellation);

    /// <summary>Clears a lockout; the password stays. May be repeated: an account that is not locked stays as it is.</summary>
    Task<AccountUnlock> UnlockAsync(VerifiedPerson person, CancellationToken cancellation);
}
