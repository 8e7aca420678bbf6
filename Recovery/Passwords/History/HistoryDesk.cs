using System.Security.Cryptography;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Secrets;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Passwords.History;

/// <summary>Our own history of passwords, for directories that remember fewer than the company wants.</summary>
public sealed class HistoryDesk(IDirectory directory, IUnitsOfWork units, IKeyRing keys, PasswordOptions options)
{
    /// <summary>The upkeep forgets all histories, since none is asked for.</summary>
    public bool IsOff => options.HistoryLength == 0;

    /// <summary>How many passwords of such an account we remember; 0 where the directory remembers as many itself.</summary>
    public int LengthFor(DirectoryPasswordRules rules) => options.HistoryLength > rules.HistoryLength ? options.HistoryLength : 0;

    /// <summary>Whether it is one of the last passwords of this account. Slow by design: a tenth of a second for each that is remembered.</summary>
    public async Task<bool> RemembersAsync(AccountId account, NewPassword password, DirectoryPasswordRules rules, CancellationToken cancellation)
    {
        var length = LengthFor(rules);
        if (length == 0)
        {
            return false;
        }

        var history = await units.RunAsync(work => work.FindAsync<PasswordHistory>(account.ToString(), cancellation), cancellation);
        var entries = history?.Entries.TakeLast(length).ToList() ?? [];
        return await Task.Run(() => entries.Exists(entry => Matches(account, entry, password)), cancellation);
    }

    /// <summary>What has to be remembered of this password once the directory has taken it; null when nothing has.</summary>
    public async Task<PendingPassword?> PrepareAsync(
        AccountId account, NewPassword password, DirectoryPasswordRules rules, CancellationToken cancellation)
    {
        var length = LengthFor(rules);
        return length == 0
            ? null
            : new PendingPassword(keys.Protect(Purpose(account), await Task.Run(() => SlowHash.Of(password), cancellation)), length);
    }

    /// <summary>
    /// Looks whether there are still accounts of these histories, and forgets those of which there is none, or none is asked for any more. Stops
    /// when the directory is silent.
    /// </summary>
    /// <returns>How many were forgotten.</returns>
    public async Task<int> LookAfterAsync(IReadOnlyList<string> due, CancellationToken cancellation)
    {
        var forgotten = 0;
        try
        {
            foreach (var key in due)
            {
                var account = AccountId.Parse(key);
                var wanted = await IsWantedAsync(account, cancellation);
                forgotten += wanted ? 0 : 1;
                await units.RunAsync(work => wanted ? LookLaterAsync(work, key, cancellation) : EraseAsync(work, account, cancellation), cancellation);
            }
        }
        catch (DirectoryUnavailableException)
        {
            // They stay due.
        }

        return forgotten;
    }

    // One of another directory than the present one cannot be asked for; that directory may be back.
    private async Task<bool> IsWantedAsync(AccountId account, CancellationToken cancellation) => !IsOff
        && (account.Directory != directory.Name
            || (await directory.GetAsync(account, cancellation) is not null
                && LengthFor(await directory.PasswordRulesAsync(account, cancellation)) > 0));

    private static async Task<bool> LookLaterAsync(IUnitOfWork work, string key, CancellationToken cancellation)
    {
        if (await work.FindAsync<PasswordHistory>(key, cancellation) is { } history)
        {
            history.LookAt = work.Now + PasswordHistory.LookEvery;
            work.Save(history);
        }

        return true;
    }

    private static async Task<bool> EraseAsync(IUnitOfWork work, AccountId account, CancellationToken cancellation)
    {
        await PasswordHistory.EraseAsync(work, account, cancellation);
        return true;
    }

    private bool Matches(AccountId account, string entry, NewPassword password)
    {
        try
        {
            return SlowHash.Matches(keys.Unprotect(Purpose(account), entry), password);
        }
        catch (CryptographicException)
        {
            // Of a key that was lost: it can be compared with nothing any more, and must not keep anybody from a new password.
            return false;
        }
    }

    // Bound to the account, so that nobody who writes into the database gives it another one's history.
    private static string Purpose(AccountId account) => $"password-history|{account}";
}
