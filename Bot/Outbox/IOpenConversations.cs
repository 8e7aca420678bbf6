using ResetBot.Dialogs.Turns;

namespace ResetBot.Bot.Outbox;

/// <summary>Opens the personal conversation with somebody in one channel. Never throws for what a network or a far end can do.</summary>
internal interface IOpenConversations
{
    /// <summary>Whether the channel is configured, so that people can be in it.</summary>
    bool IsOn { get; }

    /// <summary>Whether it opens conversations in the channel of this name.</summary>
    bool Opens(string channel);

    /// <summary>Opens it; opening it again gives the same one.</summary>
    /// <param name="person">The person, as they wrote somewhere else in the channel.</param>
    /// <param name="cancellation">Gives up; it may still be opened.</param>
    Task<ConversationOpening> OpenAsync(ConversationReference person, CancellationToken cancellation);
}
