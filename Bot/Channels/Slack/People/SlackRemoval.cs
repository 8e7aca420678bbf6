using System.Text.Json.Serialization;
using ResetBot.Recovery.Work;

namespace ResetBot.Bot.Channels.Slack.People;

/// <summary>That a token is worth nothing any more, because the app was removed or the token revoked: nothing can be sent with it.</summary>
internal sealed class SlackRemoval : IDocument
{
    public static string Kind => "slack_removal";

    /// <summary>The token, as a hash.</summary>
    public required string Key { get; init; }

    public required DateTimeOffset At { get; init; }

    // Whoever still has the same token configured is told by Slack's answers then.
    [JsonIgnore]
    public DateTimeOffset? OutlivedAt => At + TimeSpan.FromDays(90);
}
