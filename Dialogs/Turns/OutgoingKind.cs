namespace ResetBot.Dialogs.Turns;

/// <summary>How a message reaches the conversation.</summary>
public enum OutgoingKind
{
    /// <summary>A new message, as a reply where there is something to reply to.</summary>
    Message,

    /// <summary>Replaces the message that was sent under the same <see cref="OutgoingActivity.TrackAs"/>; nothing is sent when that one is not known.</summary>
    Update,

    /// <summary>Shows that the bot is at work. Lost ones are not repeated.</summary>
    Typing,
}
