namespace ResetBot.Bot.Channels.Slack.Outbound;

/// <summary>
/// The address that comes with a tap, at which Slack takes what replaces the tapped message: five times, within half an hour, and beside the few changes a
/// minute that it takes in a whole workspace. https://docs.slack.dev/interactivity/handling-user-interaction#message_responses
/// </summary>
internal static class SlackResponseUrl
{
    /// <inheritdoc cref="SlackSite.Beside"/>
    public static Uri? Of(string? address, Uri api) => SlackSite.Beside(address, api, "hooks", "/actions/");
}
