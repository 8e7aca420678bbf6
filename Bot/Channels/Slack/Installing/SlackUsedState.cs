using System.Text.Json.Serialization;
using ResetBot.Recovery.Work;

namespace ResetBot.Bot.Channels.Slack.Installing;

/// <summary>That a browser came back with a state: nobody comes back with it once more.</summary>
internal sealed class SlackUsedState : IDocument
{
    public static string Kind => "slack_used_state";

    public static bool IsReadAgain => false;

    /// <summary>The state, as a hash.</summary>
    public required string Key { get; init; }

    /// <summary>Beyond the time for which it would be good (UTC), also for a clock that is set back a little.</summary>
    public required DateTimeOffset Until { get; init; }

    [JsonIgnore]
    public DateTimeOffset? OutlivedAt => Until;
}
