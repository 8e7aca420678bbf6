namespace ResetBot.Bot.Channels.Slack.People;

/// <summary>For which installation something from Slack is meant.</summary>
internal abstract record SlackAddress
{
    private SlackAddress()
    {
    }

    /// <summary>For this one.</summary>
    internal sealed record Served(SlackHome Home) : SlackAddress;

    /// <summary>For one that may be there, and is not, or whose token Slack refuses or does not renew.</summary>
    internal sealed record NotInstalled : SlackAddress;

    /// <summary>For one that is not served here.</summary>
    internal sealed record Foreign : SlackAddress;
}
