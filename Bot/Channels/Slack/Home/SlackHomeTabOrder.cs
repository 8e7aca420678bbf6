using ResetBot.Bot.Channels.Slack.Inbound;

namespace ResetBot.Bot.Channels.Slack.Home;

/// <summary>That somebody's Home tab is to be drawn.</summary>
/// <param name="Person">Whose.</param>
/// <param name="At">When that was noticed (UTC).</param>
internal sealed record SlackHomeTabOrder(SlackSender Person, DateTimeOffset At);
