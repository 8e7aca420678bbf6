namespace ResetBot.Bot.Channels.Slack.Inbound;

/// <summary>What a signed request turned out to be.</summary>
internal abstract record SlackRead
{
    private SlackRead()
    {
    }

    /// <summary>Slack asks whether this address is ours: it wants the same word back.</summary>
    internal sealed record Verification(string Challenge) : SlackRead;

    /// <summary>A person did something.</summary>
    internal sealed record Understood(SlackTurn Turn) : SlackRead
    {
        /// <summary>Where a command was typed, which may be anywhere; null for what is no command.</summary>
        public string? TypedIn { get; init; }

        /// <summary>Nothing is seen of it where it was used.</summary>
        public bool IsUnseen { get; init; }

        /// <summary>With this one thing can be opened before the person's eyes; null where Slack gave nothing.</summary>
        public string? Trigger { get; init; }

        /// <summary>It was typed into the window that takes a code, and is answered there.</summary>
        public bool IsFromWindow { get; init; }
    }

    /// <summary>Something about the app or a person changed.</summary>
    internal sealed record Changed(SlackChange Change) : SlackRead;

    /// <summary>There is nothing to do about it.</summary>
    internal sealed record Nothing : SlackRead;

    /// <param name="Why">In words for whoever sent it.</param>
    internal sealed record Malformed(string Why) : SlackRead;
}
