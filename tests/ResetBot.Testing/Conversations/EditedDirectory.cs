using ResetBot.Recovery.Accounts;

namespace ResetBot.Testing.Conversations;

/// <summary>A directory whose entries somebody edits while a story runs.</summary>
public sealed class EditedDirectory(IDirectory directory) : SurroundedDirectory(directory)
{
    /// <summary>What an entry says now, of what it said at first.</summary>
    public Func<Account, Account> Edit { get; set; } = account => account;

    /// <summary>Accounts that are gone.</summary>
    public HashSet<AccountId> Gone { get; } = [];

    /// <summary>Which name a typed one is now: names are given to others when somebody leaves.</summary>
    public Func<string, string> Reassign { get; set; } = name => name;

    public override async Task<Account?> GetAsync(AccountId account, CancellationToken cancellation) => Edited(await base.GetAsync(account, cancellation));

    public override async Task<Account?> FindByObjectIdAsync(string objectId, CancellationToken cancellation) =>
        Edited(await base.FindByObjectIdAsync(objectId, cancellation));

    public override async Task<Account?> FindByUserNameAsync(string userName, CancellationToken cancellation) =>
        Edited(await base.FindByUserNameAsync(Reassign(userName), cancellation));

    /// <summary>The user names of those who share a name; null for a name that the directory knows itself.</summary>
    public Func<string, string[]?> SeveralAreCalled { get; set; } = _ => null;

    public override async Task<IReadOnlyList<Account>> FindPeopleAsync(string typed, CancellationToken cancellation)
    {
        List<Account> found = [];
        foreach (var name in SeveralAreCalled(typed) ?? [typed])
        {
            found.AddRange((await base.FindPeopleAsync(name, cancellation)).Select(Edited).OfType<Account>());
        }

        return found;
    }

    private Account? Edited(Account? account) => account is null || Gone.Contains(account.Id) ? null : Edit(account);
}
