using ResetBot.Dialogs.Turns;

namespace ResetBot.Bot.Channels.Teams.Inbound;

/// <summary>What reading a request's body came to.</summary>
internal abstract record ReadOutcome
{
    private ReadOutcome()
    {
    }

    /// <summary>The outside of the activity is readable; whether it is let in is decided by that.</summary>
    internal abstract record Addressed(Envelope Envelope) : ReadOutcome;

    internal sealed record Understood(Envelope Envelope, Activity Activity) : Addressed(Envelope);

    /// <summary>An invoke that waits for an answer that we do not have.</summary>
    internal sealed record UnknownInvoke(Envelope Envelope, string Name) : Addressed(Envelope);

    /// <summary>A card's button that is none of ours.</summary>
    internal sealed record BadCardAction(Envelope Envelope, string Why) : Addressed(Envelope);

    /// <summary>No activity at all. <paramref name="Why"/> may be shown to the sender.</summary>
    internal sealed record Malformed(string Why) : ReadOutcome;
}
