namespace ResetBot.Dialogs.Turns;

/// <summary>What came in. Everything that a channel can send and that is none of these is <see cref="Other"/> and gets no answer.</summary>
public enum ActivityKind
{
    /// <summary>Text from a person, or a card's submit button (then with <see cref="Activity.Choice"/>).</summary>
    Message,

    /// <summary>A card's button that waits for an answer (Bot Framework invoke <c>adaptiveCard/action</c>).</summary>
    CardAction,

    /// <summary>The bot was added to a conversation, or somebody joined one it is in.</summary>
    MembersAdded,

    /// <summary>The app was installed for a person, or came back.</summary>
    InstallationAdded,

    /// <summary>The app was removed: nothing more may be sent.</summary>
    InstallationRemoved,

    /// <summary>An attachment, a sticker, a voice note or an edited message: no words to act on.</summary>
    Unreadable,

    /// <summary>A message in a group or a channel.</summary>
    Group,

    Other,
}
