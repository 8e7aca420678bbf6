using System.Text.Json.Serialization;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Limits;

/// <summary>
/// What all those who have proved nothing did to one account, together, or those of one address; kept for names of no account as well. It never
/// touches what the owner of the account may do in a channel that knows them.
/// </summary>
public sealed class StrangerRecord : IDocument
{
    // More open cases of one name than these, in which nothing was proved, are not moved to another channel: their people begin anew there.
    private const int MostOpen = 40;

    public static string Kind => "stranger_record";

    public required string Key { get; init; }

    [JsonInclude]
    internal SlidingCount Sends { get; private set; } = new();

    [JsonInclude]
    internal SlidingCount WrongAnswers { get; private set; } = new();

    /// <summary>The cases that were begun last, by which an owner whom another channel knows finds theirs.</summary>
    [JsonInclude]
    internal List<string> CaseIds { get; private set; } = [];

    [JsonInclude]
    internal DateTimeOffset LastAt { get; set; }

    // Longer than any window of it.
    [JsonIgnore]
    public DateTimeOffset? OutlivedAt => LastAt + TimeSpan.FromDays(3);

    internal async Task AddCaseAsync(IUnitOfWork work, string id, CancellationToken cancellation)
    {
        if (CaseIds.Count >= MostOpen)
        {
            await MakeRoomAsync(work, cancellation);
        }

        CaseIds.Add(id);
    }

    /// <summary>Those of the cases that are open and still where nobody is known, oldest first.</summary>
    internal async Task<List<RecoveryCase>> OpenCasesAsync(IUnitOfWork work, CancellationToken cancellation)
    {
        List<RecoveryCase> open = [];
        foreach (var id in CaseIds)
        {
            if (await work.FindAsync<RecoveryCase>(id, cancellation) is { Stranger: not null } known && known.IsOpen(work.Now))
            {
                open.Add(known);
            }
        }

        return open;
    }

    // What is over goes first; then the oldest of whoever began most, so that nobody pushes out the case of somebody else. A case in which a
    // gate was passed is its owner's, and stays.
    private async Task MakeRoomAsync(IUnitOfWork work, CancellationToken cancellation)
    {
        var open = await OpenCasesAsync(work, cancellation);
        while (open.Count >= MostOpen && open.Where(known => known.IsBlind).GroupBy(known => known.StrangerShare).MaxBy(one => one.Count()) is { } most)
        {
            open.Remove(most.First());
        }

        CaseIds = [.. open.Select(known => known.Id)];
    }
}
