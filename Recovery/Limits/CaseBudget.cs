using System.Text.Json.Serialization;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Limits;

/// <summary>How many cases one channel user or one network address has begun of late.</summary>
public sealed class CaseBudget : IDocument
{
    public static string Kind => "case_budget";

    public required string Key { get; init; }

    [JsonInclude]
    internal SlidingCount Started { get; private set; } = new();

    [JsonInclude]
    internal DateTimeOffset? RefusedUntil { get; set; }

    /// <summary>When the last case was begun.</summary>
    [JsonInclude]
    internal DateTimeOffset LastAt { get; set; }

    // Longer than any window or pause of it, and the same all day: what is filed alike is saved faster.
    [JsonIgnore]
    public DateTimeOffset? OutlivedAt => new DateTimeOffset(LastAt.UtcDateTime.Date.AddDays(2), TimeSpan.Zero);
}
