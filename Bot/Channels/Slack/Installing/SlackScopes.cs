namespace ResetBot.Bot.Channels.Slack.Installing;

/// <summary>What the app asks for when it is installed: what its manifest names. https://docs.slack.dev/reference/scopes</summary>
internal static class SlackScopes
{
    /// <summary>What it cannot do without.</summary>
    public static readonly IReadOnlyList<string> Always =
        ["app_mentions:read", "chat:write", "commands", "im:history", "im:write", "users:read", "users:read.email"];

    private const string Files = "files:write";

    /// <summary>What is asked for with this configuration, and no more.</summary>
    public static IReadOnlyList<string> Asked(SlackOptions options) => options.SendsFiles ? [.. Always, Files] : Always;
}
