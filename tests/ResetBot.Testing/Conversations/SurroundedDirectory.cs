using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Secrets;

namespace ResetBot.Testing.Conversations;

/// <summary>A directory with something around it: what is not overridden goes through as it is.</summary>
public abstract class SurroundedDirectory(IDirectory directory) : IDirectory
{
    public string Name => directory.Name;

    public IReadOnlyList<string> CompanyNames => directory.CompanyNames;

    public IReadOnlyList<string> VerifiedDomains => directory.VerifiedDomains;

    public virtual Task<DirectoryPasswordRules> PasswordRulesAsync(AccountId account, CancellationToken cancellation) =>
        directory.PasswordRulesAsync(account, cancellation);

    public virtual Task<Account?> GetAsync(AccountId account, CancellationToken cancellation) => directory.GetAsync(account, cancellation);

    public virtual Task<Account?> FindByObjectIdAsync(string objectId, CancellationToken cancellation) => directory.FindByObjectIdAsync(objectId, cancellation);

    public virtual Task<Account?> FindByUserNameAsync(string userName, CancellationToken cancellation) => directory.FindByUserNameAsync(userName, cancellation);

    public virtual Task<IReadOnlyList<Account>> FindPeopleAsync(string typed, CancellationToken cancellation) => directory.FindPeopleAsync(typed, cancellation);

    public virtual Task<bool?> HasGroupAsync(string group, CancellationToken cancellation) => directory.HasGroupAsync(group, cancellation);

    public virtual Task<PasswordCheck> CheckPasswordAsync(AccountId account, CurrentPassword password, CancellationToken cancellation) =>
        directory.CheckPasswordAsync(account, password, cancellation);

    public virtual Task<PasswordWrite> ResetPasswordAsync(VerifiedPerson person, NewPassword password, CancellationToken cancellation) =>
        directory.ResetPasswordAsync(person, password, cancellation);

    public virtual Task<PasswordWrite> ChangePasswordAsync(
        VerifiedPerson person, CurrentPassword current, NewPassword password, CancellationToken cancellation) =>
        directory.ChangePasswordAsync(person, current, password, cancellation);

    public virtual Task<bool> EndSessionsAsync(AccountId account, CancellationToken cancellation) => directory.EndSessionsAsync(account, cancellation);

    public virtual Task<AccountUnlock> UnlockAsync(VerifiedPerson person, CancellationToken cancellation) => directory.UnlockAsync(person, cancellation);
}
