using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Audit;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Notices;
using ResetBot.Recovery.Pushes;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Linking;

/// <summary>Knows who is linked with which account, and ends it.</summary>
public sealed class ChatLinks(IPersonalChats chats)
{
    internal static readonly TimeSpan LookEvery = TimeSpan.FromDays(1);

    // Longer than any case lives.
    private static readonly TimeSpan EndsKept = TimeSpan.FromDays(90);

    /// <summary>The link of somebody, by the channel and its id of them; null when there is none.</summary>
    public static async Task<ChatLink?> FindAsync(IUnitOfWork work, string person, CancellationToken cancellation) =>
        await work.FindAsync<ChatLink>(person, cancellation) is { EndedAt: null } link ? link : null;

    /// <summary>Whether somebody who was seen as linked at a moment, or as not linked (null), is so still.</summary>
    public static async Task<bool> IsStillAsync(IUnitOfWork work, string person, DateTimeOffset? linkedAt, CancellationToken cancellation) =>
        (await FindAsync(work, person, cancellation))?.LinkedAt == linkedAt;

    /// <summary>Whether somebody was linked within this time.</summary>
    public static async Task<bool> IsRecentAsync(IUnitOfWork work, string person, TimeSpan within, CancellationToken cancellation) =>
        await FindAsync(work, person, cancellation) is { } link && link.IsRecent(within, work.Now);

    /// <summary>
    /// Ends every link of an account: at once nobody is served by one, what was begun by it leads nowhere, and nothing is told where they write but that.
    /// </summary>
    /// <param name="work">The unit of work.</param>
    /// <param name="account">The account.</param>
    /// <param name="by">Who wants that.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Those who were linked.</returns>
    public async Task<IReadOnlyList<LinkedPerson>> EndAllAsync(IUnitOfWork work, Account account, AccountActor by, CancellationToken cancellation)
    {
        var record = await AccountRecord.OfAsync(work, account.Id, cancellation);
        List<LinkedPerson> ended = [.. record.Linked];
        foreach (var linked in ended)
        {
            if (await FindAsync(work, linked.Person, cancellation) is { } link && link.Account == account.Id)
            {
                await EndAsync(work, link, by, cancellation);
            }
        }

        // A code that was shown before links nobody after it.
        record.LinkCodesVoided++;
        work.Save(record);
        return ended;
    }

    /// <summary>Ends one link: what is said where its person writes, unless this is their own turn, is that.</summary>
    internal async Task EndAsync(IUnitOfWork work, ChatLink link, AccountActor by, CancellationToken cancellation)
    {
        await CloseAsync(work, link, by, cancellation);
        await chats.DisownAsync(work, link.ObjectId, link.Key, isTheirTurn: by.Actor == link.Key, cancellation);
    }

    private static async Task CloseAsync(IUnitOfWork work, ChatLink link, AccountActor by, CancellationToken cancellation)
    {
        link.EndedAt = work.Now;
        work.Save(link);
        var record = await AccountRecord.OfAsync(work, link.Account, cancellation);
        var name = record.Linked.Find(linked => linked.Person == link.Key)?.Name ?? "";
        record.Linked.RemoveAll(linked => linked.Person == link.Key);
        record.Unlinked = new((record.Unlinked ?? []).Where(old => old.Value + EndsKept > work.Now)) { [link.Key] = work.Now };
        work.Save(record);
        work.Append(by.Entry(AuditEvent.ChatUnlinked, link.Account, ("person", link.Key), ("name", name)));
    }

    /// <summary>Links somebody, who was linked with no account or with another one.</summary>
    internal static async Task<AccountRecord> AddAsync(IUnitOfWork work, Account account, LinkedPerson who, AccountActor by, CancellationToken cancellation)
    {
        if (await FindAsync(work, who.Person, cancellation) is { } before)
        {
            await CloseAsync(work, before, by, cancellation);
        }

        var link = await work.FindAsync<ChatLink>(who.Person, cancellation) ?? new ChatLink { Key = who.Person };
        (link.Account, link.ObjectId, link.LinkedAt) = (account.Id, account.KnownAs, who.At);
        (link.EndedAt, link.LookAt) = (null, work.Now + LookEvery);
        work.Save(link);
        var record = await AccountRecord.OfAsync(work, account.Id, cancellation);
        record.Linked.Add(who);
        work.Save(record);
        return record;
    }
}
