using System.Text.Json.Serialization;
using ResetBot.Dialogs.Waterfall;

namespace ResetBot.Dialogs.Move;

/// <summary>What <see cref="MoveDialog"/> keeps.</summary>
public sealed class MoveState
{
    /// <summary>What was under way with it where it was; kept for the turn in which it is taken.</summary>
    [JsonIgnore]
    public DialogFrame? Taken { get; set; }

    /// <summary>The case that can be taken from another chat of the person; null when there is none.</summary>
    public string? Offered { get; set; }

    /// <summary>Wrong numbers so far.</summary>
    public int Wrong { get; set; }
}
