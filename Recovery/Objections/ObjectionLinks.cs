using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Secrets;
using ResetBot.Recovery.SecurePages;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Objections;

/// <summary>Issues the links that stand in notices, and finds them.</summary>
public sealed class ObjectionLinks(SecurePageOptions options)
{
    /// <summary>Issues a link for one notice to one destination; gives the handle for its address.</summary>
    /// <param name="work">Saves it.</param>
    /// <param name="account">Whose recovery it stops.</param>
    /// <param name="notice">The name of the notice.</param>
    /// <param name="caseId">The case that the notice tells of; null when it tells of none.</param>
    /// <param name="sentTo">Where the notice goes, masked.</param>
    /// <param name="language">Two letters.</param>
    public string Issue(IUnitOfWork work, AccountId account, string notice, string? caseId, string sentTo, string language)
    {
        var handle = Draw.Handle();
        work.Save(new ObjectionLink
        {
            Key = HandleKey.Of(handle),
            Account = account,
            CaseId = caseId,
            Notice = notice,
            SentTo = sentTo,
            Language = language,
            HappenedAt = work.Now,
            ExpiresAt = work.Now + options.TimeToObject,
        });
        return handle;
    }

    internal static async Task<ObjectionLink?> FindAsync(IUnitOfWork work, string handle, CancellationToken cancellation) =>
        await work.FindAsync<ObjectionLink>(HandleKey.Of(handle), cancellation) is { } link && link.ExpiresAt > work.Now ? link : null;
}
