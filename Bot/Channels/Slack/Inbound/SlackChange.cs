namespace ResetBot.Bot.Channels.Slack.Inbound;

/// <summary>Something that changed in a workspace.</summary>
internal abstract record SlackChange
{
    private SlackChange(SlackSender from) => From = from;

    /// <summary>Where, and who where it is about somebody.</summary>
    public SlackSender From { get; init; }

    /// <summary>What Slack says of a person is another than before.</summary>
    internal sealed record PersonChanged(SlackSender Person) : SlackChange(Person);

    /// <summary>Somebody looks at their Home tab.</summary>
    internal sealed record HomeOpened(SlackSender Person) : SlackChange(Person);

    /// <summary>The app was removed, or may not write any more.</summary>
    internal sealed record Removed(SlackSender Where) : SlackChange(Where);
}
