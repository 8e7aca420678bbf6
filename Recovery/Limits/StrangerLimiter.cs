using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Secrets;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Limits;

/// <summary>
/// Counts what those do who have proved nothing: for each network address and typed name by itself, so that nobody can pause the recovery of
/// another person or use up their sends by naming them; and for each account in all, so that many addresses together cannot guess a code or
/// flood a phone, of which one address can use up a share only. The first is told to them, alike for every name; the second never shows.
/// </summary>
public sealed class StrangerLimiter(KeyedHash hash, LimitsOptions limits)
{
    /// <summary>The directory part of the ids under which names of no account are kept.</summary>
    public const string NobodysDirectory = "nobody";

    /// <summary>
    /// What never shows leaves an address this many times what it is told that it may do to one name: whoever keeps to what they are told never
    /// meets it, and many names of one account do not make more of it. <see cref="LimitsOptions"/> keep it below what all may do.
    /// </summary>
    internal const int WithinShare = 2;

    /// <summary>What stands for a name of no account: always the same for one name, and nothing can be read from it.</summary>
    public AccountId Nobody(string name) => new(NobodysDirectory, hash.Of(name, "nobody|")[..32]);

    /// <summary>
    /// Under which key the tries of one address at one name are counted. It hangs on the name, never on the account: what is counted there is
    /// told, and must not tell that two names lead to one account.
    /// </summary>
    public string KeyOf(string address, string name) => "stranger:" + hash.Of(address, $"stranger|{name}|")[..40];

    /// <summary>Under which key the tries of one address at one account are counted, by whatever name. It never shows.</summary>
    internal string ShareKeyOf(string address, AccountId account) => "share:" + hash.Of(address, $"share|{account}|")[..40];

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

    /// <summary>What strangers did to the account of a case, in all and from the address of the case.</summary>
    internal static async Task<StrangerCounts> CountsAsync(IUnitOfWork work, RecoveryCase recoveryCase, CancellationToken cancellation)
    {
        var all = await AllAsync(work, recoveryCase.Account, cancellation);
        var key = recoveryCase.StrangerShare ?? recoveryCase.Stranger!;
        var share = await work.FindAsync<StrangerRecord>(key, cancellation) ?? new StrangerRecord { Key = key };
        share.LastAt = work.Now;
        return new StrangerCounts(all, share);
    }

    /// <summary>Until when a case lives at the most in which nothing was proved, however it is kept alive.</summary>
    internal DateTimeOffset EndOf(DateTimeOffset startedAt) => startedAt + limits.StrangerCaseLifetime;

    /// <summary>The moment, or the end of a case in which nothing was proved, when that comes first.</summary>
    internal DateTimeOffset Within(RecoveryCase recoveryCase, DateTimeOffset moment) =>
        recoveryCase.IsBlind && EndOf(recoveryCase.StartedAt) < moment ? EndOf(recoveryCase.StartedAt) : moment;

    /// <summary>Takes one send from what strangers may cause for one account; false when there is none left, in all or for the address.</summary>
    internal bool TakeSend(IUnitOfWork work, StrangerCounts counts)
    {
        var window = limits.StrangerSendsWindow;
        var left = counts.All.Sends.In(window, work.Now) < limits.StrangerSendsPerAccount
            && counts.Share.Sends.In(window, work.Now) < limits.StrangerSendsPerAddress * WithinShare;
        if (left)
        {
            counts.All.Sends.Add(window, work.Now);
            counts.Share.Sends.Add(window, work.Now);
        }

        Save(work, counts);
        return left;
    }

    /// <summary>Whether strangers have guessed so often at one account that no further answer is right: all of them, or those of the address.</summary>
    internal bool HasGuessedTooOften(IUnitOfWork work, StrangerCounts counts) =>
        counts.All.WrongAnswers.In(limits.StrangerWrongAnswersWindow, work.Now) >= limits.StrangerWrongAnswersPerAccount || HasUsedItsShare(work, counts);

    /// <summary>Counts a wrong answer. Beyond its share an address has none that could be right, and takes none from the others.</summary>
    internal void CountWrongAnswer(IUnitOfWork work, StrangerCounts counts)
    {
        if (!HasUsedItsShare(work, counts))
        {
            counts.All.WrongAnswers.Add(limits.StrangerWrongAnswersWindow, work.Now);
            counts.Share.WrongAnswers.Add(limits.StrangerWrongAnswersWindow, work.Now);
        }

        Save(work, counts);
    }

    /// <summary>Somebody at the address of the case proved something: it begins anew.</summary>
    internal static void CountSuccess(IUnitOfWork work, StrangerCounts counts)
    {
        counts.Share.WrongAnswers.Clear();
        work.Save(counts.Share);
    }

    private bool HasUsedItsShare(IUnitOfWork work, StrangerCounts counts) =>
        counts.Share.WrongAnswers.In(limits.StrangerWrongAnswersWindow, work.Now) >= limits.StrangerWrongAnswersPerAddress * WithinShare;

    private static void Save(IUnitOfWork work, StrangerCounts counts)
    {
        work.Save(counts.All);
        work.Save(counts.Share);
    }
}
