namespace ResetBot.Bot.Channels.Slack.Installing;

/// <summary>What became of a code that a browser brought.</summary>
internal abstract record SlackInstallOutcome
{
    private SlackInstallOutcome()
    {
    }

    /// <summary>The app is installed, and serves.</summary>
    /// <param name="Name">What the workspace or organisation is called.</param>
    internal sealed record Installed(string Name) : SlackInstallOutcome;

    /// <summary>It is not served here; nothing was kept.</summary>
    internal sealed record Foreign : SlackInstallOutcome;

    /// <summary>Slack does not take the code, or gives another thing for it than a bot of this app; nothing was kept.</summary>
    internal sealed record Refused : SlackInstallOutcome;
}
