using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Vouching;

/// <summary>Finds those who vouch for others and have left, so that whoever counts on them hears of it before they need them.</summary>
public sealed class ColleagueWatch(IDirectory directory, IUnitsOfWork units, VouchingDesk vouching)
{
    /// <summary>Looks whether these colleagues are still there. Stops when the directory is silent.</summary>
    /// <param name="due">The keys of their records.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>How many have left.</returns>
    public async Task<int> LookAfterAsync(IReadOnlyList<string> due, CancellationToken cancellation)
    {
        var gone = 0;
        try
        {
            foreach (var colleague in due.Select(AccountId.Parse))
            {
                // One of another directory than the present one cannot be asked for; that directory may be back.
                var isThere = colleague.Directory != directory.Name || await directory.GetAsync(colleague, cancellation) is { Enabled: true };
                gone += isThere ? 0 : 1;
                await units.RunAsync(work => isThere ? LookLaterAsync(work, colleague, cancellation) : DropAsync(work, colleague, cancellation), cancellation);
            }
        }
        catch (DirectoryUnavailableException)
        {
            // They stay due.
        }

        return gone;
    }

    private static async Task<bool> LookLaterAsync(IUnitOfWork work, AccountId colleague, CancellationToken cancellation)
    {
        var record = await ColleagueRecord.OfAsync(work, colleague, cancellation);
        foreach (var person in record.VouchesFor.ToList())
        {
            // Removed by the person meanwhile: nothing of it needs to be remembered here.
            if (await NamedColleagues.FindAsync(work, colleague, person, cancellation) is null)
            {
                record.VouchesFor.Remove(person);
            }
        }

        record.LookAt = work.Now + ColleagueRecord.LookEvery;
        work.Save(record);
        return true;
    }

    private async Task<bool> DropAsync(IUnitOfWork work, AccountId colleague, CancellationToken cancellation)
    {
        var record = await ColleagueRecord.OfAsync(work, colleague, cancellation);
        foreach (var person in record.VouchesFor.ToList())
        {
            await vouching.DropLeaverAsync(work, colleague, person, cancellation);
        }

        return true;
    }
}
