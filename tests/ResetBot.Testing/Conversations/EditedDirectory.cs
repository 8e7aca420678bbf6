using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Secrets;

namespace ResetBot.Testing.Conversations;

/// <summary>A directory whose entries somebody edits while a story runs.</summary>
public sealed class EditedDirectory(IDirectory directory) : IDirectory
{
    public string Name => directory.Name;

    public IReadOnlyList<string> CompanyNames => directory.CompanyNames;

    public IReadOnlyList<string> VerifiedDomains => directory.VerifiedDomains;

    /// <summary>What an entry says now, of what it said at first.</summary>
    public Func<Account, Account> Edit { get; set; } = account => account;

    /// <summary>Which name a typed one is now: names are given to others when somebody leaves.</summary>
    public Func<string, string> Reassign { get; set; } = name => name;

    public Task<DirectoryPasswordRules> PasswordRulesAsync(AccountId account, CancellationToken cancellation) => directory.PasswordRulesAsync(account, cancellation);

    public async Task<Account?> GetAsync(AccountId account, CancellationToken cancellation) => Edited(await directory.GetAsync(account, cancellation));

    public async Task<Account?> FindByObjectIdAsync(string objectId, CancellationToken cancellation) =>
        Edited(await directory.FindByObjectIdAsync(objectId, cancellation));

    public async Task<Account?> FindByUserNameAsync(string userName, CancellationToken cancellation) =>
        Edited(await directory.FindByUserNameAsync(Reassign(userName), cancellation));

    public Task<bool?> HasGroupAsync(string group, CancellationToken cancellation) => directory.HasGroupAsync(group, cancellation);

    public Task<PasswordCheck> CheckPasswordAsync(AccountId account, CurrentPassword password, CancellationToken cancellation) =>
        directory.CheckPasswordAsync(account, password, cancellation);

    public Task<PasswordWrite> ResetPasswordAsync(VerifiedPerson person, NewPassword password, CancellationToken cancellation) =>
        directory.ResetPasswordAsync(person, password, cancellation);

    public Task<PasswordWrite> ChangePasswordAsync(
        VerifiedPerson person, CurrentPassword current, NewPassword password, CancellationToken cancellation) =>
        directory.ChangePasswordAsync(person, current, password, cancellation);

    public Task<bool> EndSessionsAsync(AccountId account, CancellationToken cancellation) => directory.EndSessionsAsync(account, cancellation);

    public Task<AccountUnlock> UnlockAsync(VerifiedPerson person, CancellationToken cancellation) => directory.UnlockAsync(person, cancellation);

    private Account? Edited(Account? account) => account is null ? null : Edit(account);
}
