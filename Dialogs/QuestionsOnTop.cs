using ResetBot.Dialogs.Waterfall;

namespace ResetBot.Dialogs;

/// <summary>
/// A command may put a question on top of the one that waits, which is asked again afterwards. Each keeps its own card: buttons of the one that waits
/// below stay good, and those of the one that is over mean nothing to it.
/// </summary>
internal static class QuestionsOnTop
{
    /// <summary>Keeps the question that waits, since another dialog is put on top.</summary>
    public static void Cover(DialogContext context)
    {
        var stack = context.Conversation.Stack;
        if (stack.Count > 0)
        {
            stack[^1] = stack[^1] with { Covered = context.Conversation.Question };
            context.Conversation.Question = null;
        }
    }

    /// <summary>The dialog below has been uncovered: its question is the one that waits again.</summary>
    public static void Uncover(DialogContext context)
    {
        var stack = context.Conversation.Stack;
        if (stack.Count == 0)
        {
            context.Conversation.Question = null;
            return;
        }

        context.Conversation.Question = stack[^1].Covered;
        stack[^1] = stack[^1] with { Covered = null };
    }

    /// <summary>The active dialog is done, and the one below goes on.</summary>
    public static void GiveWay(DialogContext context)
    {
        context.Conversation.Stack.RemoveAt(context.Conversation.Stack.Count - 1);
        Uncover(context);
    }

    /// <summary>Takes away what lies on top of a dialog, unanswered.</summary>
    public static void TakeAway(DialogContext context, int index)
    {
        while (context.Conversation.Stack.Count > index + 1)
        {
            context.SettleOver();
            GiveWay(context);
        }
    }
}
