using ResetBot.Dialogs.Turns;

namespace ResetBot.Bot.Turns;

/// <summary>The question of a conversation that waited for an answer when a turn began.</summary>
internal sealed record PendingQuestion(string Prompt, string Title, bool IsSensitive)
{
    public static PendingQuestion? Of(Conversation conversation) =>
        conversation.Prompt is { } prompt ? new PendingQuestion(prompt, conversation.PromptTitle ?? "", conversation.PromptIsSensitive) : null;
}
