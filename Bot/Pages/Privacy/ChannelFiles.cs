using ResetBot.Dialogs.Privacy;

namespace ResetBot.Bot.Pages.Privacy;

/// <summary>What is kept of a person's channels, as the person gets it.</summary>
/// <param name="Conversations">Their conversations.</param>
/// <param name="Channels">What channels said of them.</param>
internal sealed record ChannelFiles(IReadOnlyList<ConversationFile> Conversations, IReadOnlyList<ChannelRecord> Channels)
{
    public static ChannelFiles None { get; } = new([], []);
}
