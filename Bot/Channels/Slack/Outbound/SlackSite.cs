namespace ResetBot.Bot.Channels.Slack.Outbound;

/// <summary>The hosts that Slack has beside the Web API: nothing is sent anywhere else, whoever named the address. GovSlack has others than Slack.</summary>
internal static class SlackSite
{
    /// <summary>The address, if it is one of Slack's.</summary>
    /// <param name="address">What came.</param>
    /// <param name="api">Where the Web API is.</param>
    /// <param name="name">What such hosts are called, before the name of the Web API's.</param>
    /// <param name="path">With what paths begin there.</param>
    public static Uri? Beside(string? address, Uri api, string name, string path)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var found) || found.Scheme != api.Scheme || found.Port != api.Port || found.UserInfo.Length > 0)
        {
            return null;
        }

        // On this machine one host is all there is.
        var host = api.IsLoopback ? api.IdnHost : $"{name}.{api.IdnHost}";
        return found.IdnHost == host && found.AbsolutePath.StartsWith(path, StringComparison.Ordinal) ? found : null;
    }

    /// <summary>What leads a person to a conversation in their own Slack. https://docs.slack.dev/interactivity/deep-linking</summary>
    /// <param name="api">Where the Web API is.</param>
    /// <param name="channel">The conversation.</param>
    /// <param name="team">Its workspace; null where it is one of a whole organisation.</param>
    public static string Conversation(Uri api, string channel, string? team) =>
        new Uri(api, $"/app_redirect?channel={channel}" + (team is null ? "" : $"&team={team}")).AbsoluteUri;
}
