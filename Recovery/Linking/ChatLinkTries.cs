using System.Text.Json.Serialization;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Linking;

/// <summary>Wrong codes of somebody of whom a channel does not say who they are.</summary>
public sealed class ChatLinkTries : IDocument
{
    public static string Kind => "chat_link_tries";

    public static bool IsReadAgain => false;

    /// <summary>The channel and its id of the person.</summary>
    public required string Key { get; init; }

    [JsonInclude]
    internal SlidingCount Wrong { get; private set; } = new();

    [JsonInclude]
    internal DateTimeOffset LastAt { get; set; }

    [JsonIgnore]
    public DateTimeOffset? OutlivedAt => LastAt + TimeSpan.FromDays(1);
}
