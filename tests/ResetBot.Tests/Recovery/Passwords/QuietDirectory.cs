using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Secrets;

namespace ResetBot.Tests.Recovery.Passwords;

/// <summary>A directory with the accounts and rules that a test gives it, which sets no password.</summary>
internal sealed class QuietDirectory : IDirectory
{
    public Dictionary<AccountId, Account> Accounts { get; } = [];

    public DirectoryPasswordRules Rules { get; set; } = new(8, 256, 3, 0, 0, TimeSpan.Zero);

    public bool Silent { get; set; }

    public string Name => "demo";

    public IReadOnlyList<string> CompanyNames => ["Contoso"];

    public IReadOnlyList<string> VerifiedDomains => [];

    public Account Add(string id, DateTimeOffset? changedAt = null)
    {
        var account = new Account
        {
            Id = new AccountId(Name, id),
            UserName = id + "@contoso.example",
            DisplayName = "Alex Wilber",
            FirstName = "Alex",
            LastName = "Wilber",
            PasswordChangedAt = changedAt,
        };
        Accounts[account.Id] = account;
        return account;
    }

    public Task<DirectoryPasswordRules> PasswordRulesAsync(AccountId account, CancellationToken cancellation) => Ask(Rules);

    public Task<Account?> GetAsync(AccountId account, CancellationToken cancellation) => Ask(Accounts.GetValueOrDefault(account));

    public Task<Account?> FindByObjectIdAsync(string objectId, CancellationToken cancellation) => GetAsync(new AccountId(Name, objectId), cancellation);

    public Task<Account?> FindByUserNameAsync(string userName, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<PasswordCheck> CheckPasswordAsync(AccountId account, CurrentPassword password, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<PasswordWrite> ResetPasswordAsync(VerifiedPerson person, NewPassword password, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<PasswordWrite> ChangePasswordAsync(
        VerifiedPerson person, CurrentPassword current, NewPassword password, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<bool> EndSessionsAsync(AccountId account, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<AccountUnlock> UnlockAsync(VerifiedPerson person, CancellationToken cancellation) => throw new NotSupportedException();

    private Task<T> Ask<T>(T answer) => Silent ? throw new DirectoryUnavailableException("silent") : Task.FromResult(answer);
}
