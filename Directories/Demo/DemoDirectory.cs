using Microsoft.Extensions.Options;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Secrets;

namespace ResetBot.Directories.Demo;

/// <summary>The demonstration company as a directory like any other.</summary>
internal sealed class DemoDirectory(
    DemoPeople people, PasswordCheckDesk checks, PasswordWriteDesk writes, UnlockDesk unlocks, IOptions<DemoDirectoryOptions> options) : IDirectory
{
    internal const string DirectoryName = "demo";

    public string Name => DirectoryName;

    public IReadOnlyList<string> CompanyNames { get; } = [DemoRules.Company];

    public IReadOnlyList<string> VerifiedDomains { get; } = [DemoRules.Domain];

    public Task<DirectoryPasswordRules> PasswordRulesAsync(AccountId account, CancellationToken cancellation)
        => Task.FromResult(DemoRules.Passwords with { MinimumAge = options.Value.MinimumPasswordAge });

    public Task<Account?> GetAsync(AccountId account, CancellationToken cancellation)
        => account.Directory == DirectoryName ? FindByObjectIdAsync(account.Value, cancellation) : Task.FromResult<Account?>(null);

    public Task<Account?> FindByObjectIdAsync(string objectId, CancellationToken cancellation)
        => Task.FromResult(people.AccountOf(people.ById(objectId)));

    public Task<Account?> FindByUserNameAsync(string userName, CancellationToken cancellation)
        => Task.FromResult(people.AccountOf(people.ByUserName(userName)));

    public Task<IReadOnlyList<Account>> FindPeopleAsync(string typed, CancellationToken cancellation)
        => Task.FromResult<IReadOnlyList<Account>>([.. people.Called(typed).Select(entry => people.AccountOf(entry)!)]);

    public Task<bool?> HasGroupAsync(string group, CancellationToken cancellation)
        => Task.FromResult<bool?>(people.HasGroup(group));

    public Task<PasswordCheck> CheckPasswordAsync(AccountId account, CurrentPassword password, CancellationToken cancellation)
        => account.Directory == DirectoryName
            ? checks.CheckAsync(account.Value, password, cancellation)
            : Task.FromResult(PasswordCheck.Wrong);

    public Task<PasswordWrite> ResetPasswordAsync(VerifiedPerson person, NewPassword password, CancellationToken cancellation)
        => writes.ResetAsync(person, password, cancellation);

    public Task<PasswordWrite> ChangePasswordAsync(
        VerifiedPerson person, CurrentPassword current, NewPassword password, CancellationToken cancellation)
        => writes.ChangeAsync(person, current, password, cancellation);

    public Task<bool> EndSessionsAsync(AccountId account, CancellationToken cancellation) =>
        account.Directory == DirectoryName ? unlocks.EndSessionsAsync(account.Value, cancellation) : Task.FromResult(false);

    public Task<AccountUnlock> UnlockAsync(VerifiedPerson person, CancellationToken cancellation) => unlocks.UnlockAsync(person, cancellation);

    /// <summary>Refuses a proof that is for something else, or for an account of another directory.</summary>
    internal static void Demand(VerifiedPerson person, Operation operation)
    {
        if (person.Operation != operation || person.Account.Directory != DirectoryName)
        {
            throw new ArgumentException($"A proof for {person.Operation} of {person.Account} is none for {operation} here.", nameof(person));
        }
    }
}
