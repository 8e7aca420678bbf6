using ResetBot.Dialogs.Turns;

namespace ResetBot.Bot.Outbox;

/// <summary>What opening a personal chat came to.</summary>
internal abstract record ConversationOpening
{
    private ConversationOpening()
    {
    }

    /// <summary>It is open, and can be written to.</summary>
    internal sealed record Opened(ConversationReference Reference) : ConversationOpening
    {
        /// <summary>The person's language, where the channel says it (BCP 47).</summary>
        public string? Locale { get; init; }

        /// <summary>Their time zone, where the channel says it (IANA).</summary>
        public string? TimeZone { get; init; }
    }

    /// <summary>
    /// It is not open. <paramref name="Delivery"/> says whether it may work later; it is never <see cref="Delivery.Delivered"/>.
    /// </summary>
    internal sealed record Failed(Delivery Delivery) : ConversationOpening;
}
