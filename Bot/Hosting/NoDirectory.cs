using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Secrets;

namespace ResetBot.Bot.Hosting;

/// <summary>Outside demo mode, as long as no directory is connected: everything that asks for an account is refused, honestly.</summary>
internal sealed class NoDirectory : IDirectory
{
    public string Name => "none";

    public IReadOnlyList<string> CompanyNames => [];

    public IReadOnlyList<string> VerifiedDomains => [];

    public Task<DirectoryPasswordRules> PasswordRulesAsync(AccountId account, CancellationToken cancellation) => throw Unavailable();

    public Task<Account?> GetAsync(AccountId account, CancellationToken cancellation) => throw Unavailable();

    public Task<Account?> FindByObjectIdAsync(string objectId, CancellationToken cancellation) => throw Unavailable();

    public Task<Account?> FindByUserNameAsync(string userName, CancellationToken cancellation) => throw Unavailable();

    public Task<bool?> HasGroupAsync(string group, CancellationToken cancellation) => throw Unavailable();

    public Task<PasswordCheck> CheckPasswordAsync(AccountId account, CurrentPassword password, CancellationToken cancellation) => throw Unavailable();

    public Task<PasswordWrite> ResetPasswordAsync(VerifiedPerson person, NewPassword password, CancellationToken cancellation) => throw Unavailable();

    public Task<PasswordWrite> ChangePasswordAsync(
        VerifiedPerson person, CurrentPassword current, NewPassword password, CancellationToken cancellation) => throw Unavailable();

    public Task<bool> EndSessionsAsync(AccountId account, CancellationToken cancellation) => throw Unavailable();

    public Task<AccountUnlock> UnlockAsync(VerifiedPerson person, CancellationToken cancellation) => throw Unavailable();

    private static DirectoryUnavailableException Unavailable() => new("No directory is connected.");
}
