using System.Text.Json.Serialization;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Limits;

/// <summary>
/// What all those who have proved nothing did to one name, together; kept for names of no account as well. It never touches what the owner
/// of the account may do in a channel that knows them.
/// </summary>
public sealed class StrangerRecord : IDocument
{
    // More open cases of one name than these are not moved to another channel: their people begin anew there.
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

    internal void AddCase(string id)
    {
        CaseIds.Add(id);
        if (CaseIds.Count > MostOpen)
        {
            CaseIds.RemoveAt(0);
        }
    }
}
