using ResetBot.Recovery.Linking;
using ResetBot.Recovery.Vouching;
using ResetBot.Storage;

namespace ResetBot.Bot.Operations;

/// <summary>Ends what hangs on people who have left: vouching for others, and linked chats.</summary>
internal sealed class Leavers(IDueDocuments due, ColleagueWatch colleagues, LinkWatch links)
{
    // An hour's worth, so that the directory is asked about one account after the other and never about all of them at once.
    private const int MostAsked = 1000;

    public async Task LookAfterAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        await colleagues.LookAfterAsync(due.Due<ColleagueRecord>(now, MostAsked), cancellation);
        await links.LookAfterAsync(due.Due<ChatLink>(now, MostAsked), cancellation);
    }
}
