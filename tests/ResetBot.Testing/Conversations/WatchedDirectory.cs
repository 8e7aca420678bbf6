using System.Collections.Concurrent;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Secrets;

namespace ResetBot.Testing.Conversations;

/// <summary>
/// A directory at the far end of a wire: it notes which questions go out to it. Ids of another directory it answers by itself, as it knows that
/// they are none of its own.
/// </summary>
public sealed class WatchedDirectory(IDirectory directory) : IDirectory
{
    private readonly ConcurrentQueue<string> _asked = new();

    public string Name => directory.Name;

    public IReadOnlyList<string> CompanyNames => directory.CompanyNames;

    public IReadOnlyList<string> VerifiedDomains => directory.VerifiedDomains;

    /// <summary>Nothing that goes out is answered.</summary>
    public bool Silent { get; set; }

    /// <summary>What else a typed name may be called here: many names can lead to one account.</summary>
    public Func<string, string> AlsoKnownAs { get; set; } = name => name;

    /// <summary>The kinds of questions that went out since this was asked last, in order.</summary>
    public string TakeAsked()
    {
        List<string> asked = [];
        while (_asked.TryDequeue(out var kind))
        {
            asked.Add(kind);
        }

        return string.Join(", ", asked);
    }

    public Task<DirectoryPasswordRules> PasswordRulesAsync(AccountId account, CancellationToken cancellation) =>
        AskAsync("rules", () => directory.PasswordRulesAsync(account, cancellation));

    public Task<Account?> GetAsync(AccountId account, CancellationToken cancellation) =>
        account.Directory == Name ? AskAsync("account by id", () => directory.GetAsync(account, cancellation)) : Task.FromResult<Account?>(null);

    public Task<Account?> FindByObjectIdAsync(string objectId, CancellationToken cancellation) =>
        AskAsync("account by object id", () => directory.FindByObjectIdAsync(objectId, cancellation));

    public Task<Account?> FindByUserNameAsync(string userName, CancellationToken cancellation) =>
        AskAsync("account by name", () => directory.FindByUserNameAsync(AlsoKnownAs(userName), cancellation));

    public Task<IReadOnlyList<Account>> FindPeopleAsync(string typed, CancellationToken cancellation) =>
        AskAsync("people", () => directory.FindPeopleAsync(typed, cancellation));

    public Task<bool?> HasGroupAsync(string group, CancellationToken cancellation) =>
        AskAsync("group", () => directory.HasGroupAsync(group, cancellation));

    public Task<PasswordCheck> CheckPasswordAsync(AccountId account, CurrentPassword password, CancellationToken cancellation) =>
        AskAsync("password", () => directory.CheckPasswordAsync(account, password, cancellation));

    public Task<PasswordWrite> ResetPasswordAsync(VerifiedPerson person, NewPassword password, CancellationToken cancellation) =>
        AskAsync("write", () => directory.ResetPasswordAsync(person, password, cancellation));

    public Task<PasswordWrite> ChangePasswordAsync(
        VerifiedPerson person, CurrentPassword current, NewPassword password, CancellationToken cancellation) =>
        AskAsync("write", () => directory.ChangePasswordAsync(person, current, password, cancellation));

    public Task<bool> EndSessionsAsync(AccountId account, CancellationToken cancellation) =>
        AskAsync("sessions", () => directory.EndSessionsAsync(account, cancellation));

    public Task<AccountUnlock> UnlockAsync(VerifiedPerson person, CancellationToken cancellation) =>
        AskAsync("unlock", () => directory.UnlockAsync(person, cancellation));

    private async Task<T> AskAsync<T>(string kind, Func<Task<T>> ask)
    {
        _asked.Enqueue(kind);
        return Silent ? throw new DirectoryUnavailableException("silent") : await ask();
    }
}
