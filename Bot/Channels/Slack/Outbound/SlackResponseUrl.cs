namespace ResetBot.Bot.Channels.Slack.Outbound;

/// <summary>
/// The address that comes with a tap, at which Slack takes what replaces the tapped message: five times, within half an hour, and beside the few changes a
/// minute that it takes in a whole workspace. https://docs.slack.dev/interactivity/handling-user-interaction#message_responses
/// </summary>
internal static class SlackResponseUrl
{
    private const string Hooks = "hooks.";
    private const string Taps = "/actions/";

    /// <summary>The address, if it is one of Slack's: nothing is sent anywhere else, whoever signed it.</summary>
    /// <param name="address">What came.</param>
    /// <param name="api">Where the Web API is, beside which Slack has these addresses.</param>
    public static Uri? Of(string? address, Uri api)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var found) || found.Scheme != api.Scheme || found.Port != api.Port || found.UserInfo.Length > 0)
        {
            return null;
        }

        // On this machine one host is all there is.
        var host = api.IsLoopback ? api.IdnHost : Hooks + api.IdnHost;
        return found.IdnHost == host && found.AbsolutePath.StartsWith(Taps, StringComparison.Ordinal) ? found : null;
    }
}
