namespace ResetBot.Bot.Channels.Teams.Outbound;

/// <summary>Whether a connector may be called, and with what.</summary>
internal abstract record Destination
{
    private Destination()
    {
    }

    /// <summary>It may have the bot's token.</summary>
    internal sealed record Trusted(Uri Connector) : Destination;

    /// <summary>Demo mode's connector on this machine: called without any token.</summary>
    internal sealed record Local(Uri Connector) : Destination;

    internal sealed record Refused(string Why) : Destination;
}
