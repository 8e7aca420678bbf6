namespace ResetBot.Bot.Outbox;

/// <summary>How an attempt to deliver one message ended.</summary>
public abstract record Delivery
{
    private Delivery()
    {
    }

    /// <summary>The far end took it. <paramref name="MessageId"/> is the far end's id for it, where it gives one.</summary>
    public sealed record Delivered(string? MessageId) : Delivery
    {
        /// <summary>What is remembered of it, saved when the message is erased; null when nothing is.</summary>
        internal SentMessage? Remembered { get; init; }
    }

    /// <summary>It may work later: not before <paramref name="After"/> where the far end said so, else by the sender's own back-off.</summary>
    public sealed record Retry(TimeSpan? After, string Why) : Delivery
    {
        /// <summary>What comes after it in its lane need not wait for it.</summary>
        public bool LetsOthersPass { get; init; }
    }

    /// <summary>It will never work as it is: it is put aside as a dead letter, and shown to administrators.</summary>
    public sealed record Refused(string Why) : Delivery;

    /// <summary>The conversation is closed to us (blocked, uninstalled): nothing more is sent there until the person writes again.</summary>
    public sealed record Gone(string Why) : Delivery;
}
