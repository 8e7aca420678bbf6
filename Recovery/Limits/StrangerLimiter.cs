using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Secrets;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Limits;

/// <summary>
/// Counts what those do who have proved nothing: for each network address and typed name by itself, so that nobody can pause the recovery of
/// another person or use up their sends by naming them, and for each account in all, so that many addresses together cannot guess a code or
/// flood a phone. The first is told to them, alike for every name; the second never shows.
/// </summary>
public sealed class StrangerLimiter(KeyedHash hash, LimitsOptions limits)
{
    /// <summary>The directory part of the ids under which names of no account are kept.</summary>
    public const string NobodysDirectory = "nobody";

    /// <summary>What stands for a name of no account: always the same for one name, and nothing can be read from it.</summary>
    public AccountId Nobody(string name) => new(NobodysDirectory, hash.Of(name, "nobody|")[..32]);

    /// <summary>
    /// Under which key the tries of one address at one name are counted. It hangs on the name, never on the account: what is counted there is
    /// told, and must not tell that two names lead to one account.
    /// </summary>
    public string KeyOf(string address, string name) => "stranger:" + hash.Of(address, $"stranger|{name}|")[..40];

    /// <summary>How an address is kept where cases are counted: it cannot be read back.</summary>
    public string Hidden(string address) => hash.Of(address, "address|")[..40];

    /// <summary>The record that a case draws on: the account's own, or as long as nothing was proved one for this stranger.</summary>
    public static async Task<AccountRecord> CountedAsync(IUnitOfWork work, RecoveryCase recoveryCase, CancellationToken cancellation)
    {
        if (!recoveryCase.IsBlind)
        {
            return await AccountRecord.OfAsync(work, recoveryCase.Account, cancellation);
        }

        var key = recoveryCase.Stranger!;
        var record = await work.FindAsync<AccountRecord>(key, cancellation) ?? new AccountRecord { Key = key };
        record.StrangerAt = work.Now;
        return record;
    }

    /// <summary>What strangers did to the name of a case in all.</summary>
    public static async Task<StrangerRecord> AllAsync(IUnitOfWork work, AccountId account, CancellationToken cancellation)
    {
        var record = await work.FindAsync<StrangerRecord>(account.ToString(), cancellation) ?? new StrangerRecord { Key = account.ToString() };
        record.LastAt = work.Now;
        return record;
    }

    /// <summary>Takes one send from what strangers may cause for one name in all; false when there is none left.</summary>
    internal bool TakeSend(IUnitOfWork work, StrangerRecord all)
    {
        var left = all.Sends.In(limits.StrangerSendsWindow, work.Now) < limits.StrangerSendsPerAccount;
        if (left)
        {
            all.Sends.Add(limits.StrangerSendsWindow, work.Now);
        }

        work.Save(all);
        return left;
    }

    /// <summary>Whether strangers have guessed so often at one name that no further answer is right.</summary>
    internal bool HasGuessedTooOften(IUnitOfWork work, StrangerRecord all) =>
        all.WrongAnswers.In(limits.StrangerWrongAnswersWindow, work.Now) >= limits.StrangerWrongAnswersPerAccount;

    internal void CountWrongAnswer(IUnitOfWork work, StrangerRecord all)
    {
        all.WrongAnswers.Add(limits.StrangerWrongAnswersWindow, work.Now);
        work.Save(all);
    }
}
