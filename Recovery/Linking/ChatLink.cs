using System.Text.Json.Serialization;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Linking;

/// <summary>Whose account somebody has in a channel that does not know it: they proved it once, by a factor and a code.</summary>
public sealed class ChatLink : IDocument
{
    public static string Kind => "chat_link";

    /// <summary>The channel and its id of the person.</summary>
    public required string Key { get; init; }

    [JsonInclude]
    public AccountId Account { get; internal set; }

    /// <summary>By which channels know the owner of the account.</summary>
    [JsonInclude]
    public string ObjectId { get; internal set; } = "";

    /// <summary>When it was linked (UTC); this tells one link of a person from the next.</summary>
    [JsonInclude]
    public DateTimeOffset LinkedAt { get; internal set; }

    /// <summary>From when on it counts no more; null as long as it does.</summary>
    [JsonInclude]
    public DateTimeOffset? EndedAt { get; internal set; }

    /// <summary>When to look next whether the account is still there.</summary>
    [JsonInclude]
    internal DateTimeOffset LookAt { get; set; }

    [JsonIgnore]
    public DateTimeOffset? DueAt => EndedAt is null ? LookAt : null;

    [JsonIgnore]
    public DateTimeOffset? OutlivedAt => EndedAt;

    /// <summary>Whether it was linked within this time.</summary>
    public bool IsRecent(TimeSpan within, DateTimeOffset now) => LinkedAt + within > now;
}
