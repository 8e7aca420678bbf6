namespace ResetBot.Bot.Channels.Slack.Installing;

/// <summary>What the app asks for when it is installed: what its manifest names. https://docs.slack.dev/reference/scopes</summary>
internal static class SlackScopes
{
    public static readonly IReadOnlyList<string> Asked =
        ["app_mentions:read", "chat:write", "commands", "im:history", "im:write", "users:read", "users:read.email"];
}
