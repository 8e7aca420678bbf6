using System.Text.Json.Serialization;
using ResetBot.Recovery.Work;

namespace ResetBot.Bot.Demo;

/// <summary>An e-mail or text message that the demonstration shows instead of, or beside, sending it.</summary>
public sealed class DemoMessage : IDocument
{
    public static string Kind => "demo_message";

    public required string Id { get; init; }
    public required string Via { get; init; }
    public required string To { get; init; }
    public required string Subject { get; init; }
    public required string Text { get; init; }
    public required DateTimeOffset SentAt { get; init; }

    [JsonIgnore]
    public string Key => Id;

    // Listed by the time of sending.
    [JsonIgnore]
    public DateTimeOffset? DueAt => SentAt;

    [JsonIgnore]
    public DateTimeOffset? OutlivedAt => SentAt + TimeSpan.FromDays(7);
}
