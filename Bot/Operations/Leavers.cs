using ResetBot.Recovery.Linking;
using ResetBot.Recovery.Vouching;
using ResetBot.Storage;

namespace ResetBot.Bot.Operations;

/// <summary>Ends what hangs on people who have left: vouching for others, and linked chats.</summary>
internal sealed class Leavers(IDueDocuments due, ColleagueWatch colleagues, LinkWatch links)
{
    /// <param name="now">The moment (UTC).</param>
    /// <param name="most">How many of each are looked at.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task LookAfterAsync(DateTimeOffset now, int most, CancellationToken cancellation)
    {
        await colleagues.LookAfterAsync(due.Due<ColleagueRecord>(now, most), cancellation);
        await links.LookAfterAsync(due.Due<ChatLink>(now, most), cancellation);
    }
}
