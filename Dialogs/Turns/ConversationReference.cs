using System.Text.Json.Serialization;

namespace ResetBot.Dialogs.Turns;

/// <summary>Where a conversation is and who takes part in it: all that is needed to write to it later.</summary>
public sealed record ConversationReference
{
    /// <summary>The channel's name in the Bot Framework protocol, for example <c>msteams</c>.</summary>
    public required string Channel { get; init; }

    public required string ConversationId { get; init; }

    /// <summary>The address of the channel's connector, as the last verified activity gave it.</summary>
    public string? ServiceUrl { get; init; }

    /// <summary>The channel's id of the person (in Teams <c>29:…</c>).</summary>
    public required string UserId { get; init; }

    public string UserName { get; init; } = "";

    /// <summary>The Entra object id of the person, as the verified channel gave it; null where the channel knows none.</summary>
    public string? ObjectId { get; init; }

    public string? TenantId { get; init; }
    public string? BotId { get; init; }
    public string? BotName { get; init; }

    /// <summary>The channel and its id of the person, as audit entries name who acts.</summary>
    [JsonIgnore]
    public string Person => $"{Channel}/{UserId}";

    /// <summary>Identifies the conversation across channels; the key of its state and of its order of delivery.</summary>
    [JsonIgnore]
    public string Key => $"{Channel}/{ConversationId}";
}
