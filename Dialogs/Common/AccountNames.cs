using ResetBot.Dialogs.Waterfall;

namespace ResetBot.Dialogs.Common;

/// <summary>The question which account is meant, whichever dialog asks it.</summary>
internal static class AccountNames
{
    public const string Step = "name";

    /// <summary>Whether it is the pending question.</summary>
    public static bool AreAsked(DialogContext context) => context.Conversation.Stack is [.., { Step: Step }];
}
