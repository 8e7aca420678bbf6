using ResetBot.Bot.Channels.Slack.Inbound;
using ResetBot.Dialogs.Linking;

namespace ResetBot.Bot.Channels.Slack.People;

/// <summary>Slack, where it is switched on: a member's address may say nothing of who they are in the company.</summary>
internal sealed class SlackLinkable(SlackOptions options) : ILinkableChannels
{
    public IReadOnlyList<string> Names { get; } = options.TakesRequests || options.UsesSockets ? [SlackTurns.Channel] : [];
}
