using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Secrets;

namespace ResetBot.Testing.Conversations;

/// <summary>A directory that fails, or takes its time, when a story says so.</summary>
public sealed class FlakyDirectory(IDirectory directory) : IDirectory
{
    public string Name => directory.Name;

    public IReadOnlyList<string> CompanyNames => directory.CompanyNames;

    public IReadOnlyList<string> VerifiedDomains => directory.VerifiedDomains;

    /// <summary>It cannot be asked anything.</summary>
    public bool Silent { get; set; }

    /// <summary>It does not answer whether a password is right.</summary>
    public bool SilentAboutPasswords { get; set; }

    /// <summary>What happens to the next writes.</summary>
    public FlakyWrite Writes { get; set; }

    /// <summary>It cannot be asked anything after the next write.</summary>
    public bool SilentAfterWrite { get; set; }

    /// <summary>Questions wait until this is set; null when none has to.</summary>
    public TaskCompletionSource? Hold { get; set; }

    /// <summary>Completes when a question waits for <see cref="Hold"/>.</summary>
    public TaskCompletionSource Held { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What an account that was found is told as: it can become another than it was.</summary>
    public Func<Account, Account> Telling { get; set; } = account => account;

    /// <summary>What happens before a name that was looked up is answered: the account that was found, or null.</summary>
    public Func<Account?, Task> Naming { get; set; } = _ => Task.CompletedTask;

    /// <summary>Completes when a write reached <see cref="FlakyWrite.DoneAndNeverAnswered"/>.</summary>
    public TaskCompletionSource Reached { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<DirectoryPasswordRules> PasswordRulesAsync(AccountId account, CancellationToken cancellation) =>
        Ask(() => directory.PasswordRulesAsync(account, cancellation));

    public Task<Account?> GetAsync(AccountId account, CancellationToken cancellation) =>
        Ask(async () => Told(await directory.GetAsync(account, cancellation)));

    public Task<Account?> FindByObjectIdAsync(string objectId, CancellationToken cancellation) =>
        Ask(async () => Told(await directory.FindByObjectIdAsync(objectId, cancellation)));

    public Task<Account?> FindByUserNameAsync(string userName, CancellationToken cancellation) => Ask(async () =>
    {
        var found = await directory.FindByUserNameAsync(userName, cancellation);
        await Naming(found);
        return Told(found);
    });

    public Task<IReadOnlyList<Account>> FindPeopleAsync(string typed, CancellationToken cancellation) => Ask(() => directory.FindPeopleAsync(typed, cancellation));

    public Task<bool?> HasGroupAsync(string group, CancellationToken cancellation) => Ask(() => directory.HasGroupAsync(group, cancellation));

    public Task<PasswordCheck> CheckPasswordAsync(AccountId account, CurrentPassword password, CancellationToken cancellation) =>
        SilentAboutPasswords ? throw new DirectoryUnavailableException("silent") : Ask(() => directory.CheckPasswordAsync(account, password, cancellation));

    public Task<PasswordWrite> ResetPasswordAsync(VerifiedPerson person, NewPassword password, CancellationToken cancellation) =>
        WriteAsync(() => directory.ResetPasswordAsync(person, password, cancellation));

    public Task<PasswordWrite> ChangePasswordAsync(
        VerifiedPerson person, CurrentPassword current, NewPassword password, CancellationToken cancellation) =>
        WriteAsync(() => directory.ChangePasswordAsync(person, current, password, cancellation));

    public Task<bool> EndSessionsAsync(AccountId account, CancellationToken cancellation) =>
        Silent ? throw new DirectoryUnavailableException("silent") : directory.EndSessionsAsync(account, cancellation);

    public Task<AccountUnlock> UnlockAsync(VerifiedPerson person, CancellationToken cancellation) =>
        WriteAsync(() => directory.UnlockAsync(person, cancellation));

    private Account? Told(Account? found) => found is null ? null : Telling(found);

    private async Task<T> WriteAsync<T>(Func<Task<T>> write)
    {
        Silent = SilentAfterWrite;
        switch (Writes)
        {
            case FlakyWrite.NotDone:
                throw new DirectoryUnavailableException("before the write");
            case FlakyWrite.DoneAndLost:
                await write();
                throw new DirectoryUnavailableException("after the write");
            case FlakyWrite.DoneAndNeverAnswered:
                await write();
                Reached.SetResult();
                return await new TaskCompletionSource<T>().Task;
            default:
                return await write();
        }
    }

    private async Task<T> Ask<T>(Func<Task<T>> ask)
    {
        if (Hold is { } hold)
        {
            Held.TrySetResult();
            await hold.Task;
        }

        return Silent ? throw new DirectoryUnavailableException("silent") : await ask();
    }
}
