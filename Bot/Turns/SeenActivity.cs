using System.Text.Json.Serialization;
using ResetBot.Recovery.Work;

namespace ResetBot.Bot.Turns;

/// <summary>
/// An activity that was handled and what it was answered, where that is more than its conversation knows of it: a card's button, a group, somebody
/// who was refused.
/// </summary>
internal sealed class SeenActivity : IDocument
{
    public static string Kind => "seen_activity";

    public static bool IsReadAgain => false;

    public required string Key { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The card that took the place of the tapped one, as JSON; null for an activity without such an answer.</summary>
    public string? Card { get; init; }

    public string? Message { get; init; }

    // A channel repeats within minutes. Kept for a day, then deleted.
    [JsonIgnore]
    public DateTimeOffset? OutlivedAt => At + TimeSpan.FromDays(1);
}
