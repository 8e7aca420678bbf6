using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Limits;

namespace ResetBot.Recovery.Cases;

/// <summary>
/// Asks the directory for the account of a case, once in each unit of work. A name of nobody costs the same question as any other: how long an
/// answer takes, and whether it comes at all, must not tell which names exist.
/// </summary>
public sealed class CaseAccounts(IDirectory directory)
{
    /// <summary>The account of a case; null when there is none (any more).</summary>
    /// <exception cref="DirectoryUnavailableException">The directory does not answer; for a name of nobody as for any other.</exception>
    public async Task<Account?> OfAsync(RecoveryCase recoveryCase, CancellationToken cancellation)
    {
        recoveryCase.Known ??= new KnownAccount(await directory.GetAsync(Askable(recoveryCase.Account), cancellation));
        return recoveryCase.Known.Account;
    }

    /// <summary>The account of a case whose person is known or has proved something.</summary>
    /// <exception cref="DirectoryUnavailableException">The directory does not answer, or there is no such account any more.</exception>
    public async Task<Account> PresentAsync(RecoveryCase recoveryCase, CancellationToken cancellation) =>
        await OfAsync(recoveryCase, cancellation) ?? throw new DirectoryUnavailableException("the account is gone");

    // A directory may answer by itself what is none of its ids. One that could be its own has to be looked for. 128 bits of a keyed hash are
    // nobody's by chance, and what is found all the same would not help: the case stays a decoy.
    private AccountId Askable(AccountId id) => id.Directory == StrangerLimiter.NobodysDirectory
        ? new AccountId(directory.Name, Guid.ParseExact(id.Value, "N").ToString("D"))
        : id;
}
