using System.Text.Json.Serialization;
using ResetBot.Recovery.Work;

namespace ResetBot.Bot.Outbox;

/// <summary>The channel's id of a message that may have to be replaced later.</summary>
internal sealed class SentMessage : IDocument
{
    public static string Kind => "sent_message";

    public required string Key { get; init; }

    public required string MessageId { get; init; }

    public required DateTimeOffset At { get; init; }

    [JsonIgnore]
    public DateTimeOffset? OutlivedAt => At + TimeSpan.FromDays(1);
}
