using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Notices;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Linking;

/// <summary>Ends links of accounts that are gone.</summary>
public sealed class LinkWatch(IDirectory directory, IUnitsOfWork units, ChatLinks links)
{
    private static readonly AccountActor Directory = new("directory", "directory", "en");

    /// <summary>Looks whether the accounts of these links are still there. Stops when the directory is silent.</summary>
    /// <param name="due">The keys of the links.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>How many were ended.</returns>
    public async Task<int> LookAfterAsync(IReadOnlyList<string> due, CancellationToken cancellation)
    {
        var ended = 0;
        try
        {
            foreach (var person in due)
            {
                if (await units.RunAsync(work => ChatLinks.FindAsync(work, person, cancellation), cancellation) is not { } seen)
                {
                    continue;
                }

                // One of another directory than the present one cannot be asked for; that directory may be back.
                var isThere = seen.Account.Directory != directory.Name || await directory.GetAsync(seen.Account, cancellation) is not null;
                ended += await units.RunAsync(work => NoteAsync(work, seen, isThere, cancellation), cancellation) ? 1 : 0;
            }
        }
        catch (DirectoryUnavailableException)
        {
            // They stay due.
        }

        return ended;
    }

    private async Task<bool> NoteAsync(IUnitOfWork work, ChatLink seen, bool isThere, CancellationToken cancellation)
    {
        if (await ChatLinks.FindAsync(work, seen.Key, cancellation) is not { } link || link.LinkedAt != seen.LinkedAt)
        {
            return false;
        }

        if (!isThere)
        {
            await links.EndAsync(work, link, Directory, cancellation);
            return true;
        }

        link.LookAt = work.Now + ChatLinks.LookEvery;
        work.Save(link);
        return false;
    }
}
