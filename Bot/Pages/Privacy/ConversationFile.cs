using ResetBot.Dialogs.Turns;

namespace ResetBot.Bot.Pages.Privacy;

/// <summary>What is kept of a conversation, as the person gets it.</summary>
/// <param name="Reference">Where it is, and what the channel calls the person.</param>
/// <param name="ChosenLanguage">The language that the person chose.</param>
/// <param name="Locale">The language of the channel.</param>
/// <param name="TimeZone">The person's time zone.</param>
/// <param name="UnderWay">What is being done in it.</param>
internal sealed record ConversationFile(
    ConversationReference Reference, string? ChosenLanguage, string? Locale, string? TimeZone, IReadOnlyList<string> UnderWay)
{
    public static ConversationFile Of(Conversation conversation) => new(
        conversation.Reference,
        conversation.ChosenLanguage,
        conversation.Locale,
        conversation.TimeZone,
        [.. conversation.Stack.Select(frame => frame.Dialog)]);
}
