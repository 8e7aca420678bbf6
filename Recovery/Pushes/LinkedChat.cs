namespace ResetBot.Recovery.Pushes;

/// <summary>A personal chat of somebody, in which they can be asked.</summary>
/// <param name="Channel">The channel's name, for example <c>slack</c>.</param>
/// <param name="Person">The channel and its id of the person.</param>
/// <param name="Conversation">The key of the conversation.</param>
public sealed record LinkedChat(string Channel, string Person, string Conversation)
{
    /// <summary>What people call the channel.</summary>
    public static string NameOf(string channel) => channel switch
    {
        "msteams" => "Teams",
        "slack" => "Slack",
        _ => channel,
    };

    /// <summary>The channel of a conversation, by its key.</summary>
    internal static string ChannelOf(string conversation) => conversation[..Math.Max(0, conversation.IndexOf('/', StringComparison.Ordinal))];
}
