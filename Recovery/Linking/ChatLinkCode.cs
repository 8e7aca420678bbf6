using System.Text.Json.Serialization;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Linking;

/// <summary>A code that was shown where somebody had proved who they are. It is not stored: the key is its keyed hash.</summary>
public sealed class ChatLinkCode : IDocument
{
    public static string Kind => "chat_link_code";

    public static bool IsReadAgain => false;

    public required string Key { get; init; }

    /// <summary>The case in which it was proved. It knows the account, and which code is its last.</summary>
    public required string CaseId { get; init; }

    /// <summary>How often codes of the account had become void by then.</summary>
    public required int DrawnAfterVoids { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    [JsonIgnore]
    public DateTimeOffset? OutlivedAt => ExpiresAt;
}
