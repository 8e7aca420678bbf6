using ResetBot.Cards.Answers;
using ResetBot.Dialogs.Approve;
using ResetBot.Dialogs.Change;
using ResetBot.Dialogs.Common;
using ResetBot.Dialogs.Intents;
using ResetBot.Dialogs.Language;
using ResetBot.Dialogs.Linking;
using ResetBot.Dialogs.Move;
using ResetBot.Dialogs.NotMe;
using ResetBot.Dialogs.Privacy;
using ResetBot.Dialogs.Push;
using ResetBot.Dialogs.Register;
using ResetBot.Dialogs.Reset;
using ResetBot.Dialogs.Status;
using ResetBot.Dialogs.Unlock;
using ResetBot.Dialogs.Waterfall;
using ResetBot.Recovery.Cases;

namespace ResetBot.Dialogs;

/// <summary>Does what people ask for by a command, or in words that were understood as one.</summary>
public sealed class Wishes(DialogStack stack, StatusReport status, Unlinking unlinking, DialogOptions options)
{
    // What takes the place of whatever was under way.
    private static readonly Dictionary<Intent, string> Begun = new()
    {
        [Intent.Continue] = MoveDialog.DialogName,
        [Intent.Reset] = ResetDialog.DialogName,
        [Intent.Unlock] = UnlockDialog.DialogName,
        [Intent.Change] = ChangeDialog.DialogName,
        [Intent.Register] = RegisterDialog.DialogName,
        [Intent.Confirm] = ConfirmDialog.DialogName,
        [Intent.Export] = ExportDialog.DialogName,
        [Intent.Erase] = EraseDialog.DialogName,
        [Intent.Link] = LinkDialog.DialogName,
    };

    /// <summary>Begins, ends or answers what was wished for.</summary>
    public async Task FollowAsync(DialogContext context, Recognised wish)
    {
        switch (wish.Intent)
        {
            case Intent.Continue or Intent.Approvals or Intent.Vouching or Intent.Confirm or Intent.Unlink when !context.KnowsPerson:
                context.Say(wish.Intent == Intent.Continue ? "move.here" : "chat.onlyKnown");
                await stack.RepeatAsync(context);
                break;
            case Intent.Status when !context.KnowsPerson:
                await stack.ReplaceAsync(context, StatusDialog.DialogName);
                break;
            case var begun when Begun.TryGetValue(begun, out var dialog):
                await stack.ReplaceAsync(context, dialog);
                break;
            case Intent.NotMe when context.KnowsPerson:
                await AskOnTopAsync(context, NotMeDialog.DialogName);
                break;
            case Intent.Approvals:
                await AskOnTopAsync(context, ApproveDialog.DialogName);
                break;
            case Intent.Vouching:
                await AskOnTopAsync(context, ApproveDialog.DialogName, new ApproveState { ShowsVouching = true });
                break;
            case Intent.Unlink:
                await unlinking.EndAsync(context);
                break;
            case Intent.Cancel:
                await CancelAsync(context);
                break;
            case Intent.Language when wish.Language is null:
                await AskOnTopAsync(context, LanguageDialog.DialogName);
                break;
            default:
                await AnswerAsync(context, wish);
                await stack.RepeatAsync(context);
                break;
        }
    }

    /// <summary>Somebody is asked about another person: at once, or when they are done with what they are at.</summary>
    /// <param name="context">The turn.</param>
    /// <param name="asked">What they are asked.</param>
    /// <param name="sentence">What is said when they are at something.</param>
    public async Task AskApprovalAsync(DialogContext context, CaseEvent asked, string sentence)
    {
        if (DialogStack.IsIdle(context))
        {
            await stack.BeginAsync(context, ApproveDialog.DialogName);
            return;
        }

        context.Say(sentence, asked.Name ?? "");
    }

    /// <summary>A person is asked about a case of their own in another chat: at once, since it is answered within a minute or not at all.</summary>
    public async Task AskPushAsync(DialogContext context, CaseEvent asked)
    {
        var state = new PushState { CaseId = asked.CaseId, Operation = asked.Operation ?? Operation.Reset, Place = asked.From ?? "", Until = asked.Until ?? context.Work.Now };
        await AskPushAsync(context, state);
    }

    /// <summary>The same, with the question as it is kept.</summary>
    internal async Task AskPushAsync(DialogContext context, PushState asked)
    {
        if (Is(context, PushDialog.DialogName))
        {
            QuestionsOnTop.TakeAway(context, context.Conversation.Stack.Count - 2);
        }

        await stack.BeginAsync(context, PushDialog.DialogName, asked);
    }

    /// <summary>What is asked on top of something else about a case in another chat; null when nothing is.</summary>
    internal static PushState? PushOn(DialogContext context) =>
        context.Conversation.Stack.Count > 1 && Is(context, PushDialog.DialogName) ? context.Conversation.Stack[^1].State.Copy<PushState>() : null;

    // A question of its own, after which the pending one is asked again.
    private Task AskOnTopAsync(DialogContext context, string dialog, object? state = null)
    {
        // Asked already, below another that a command put on top of it: that one gives way.
        var frames = context.Conversation.Stack;
        var known = frames.FindLastIndex(frame => frame.Dialog == dialog);
        if (known < 0 || frames.Skip(known + 1).Any(frame => frame.Awaited))
        {
            return stack.BeginAsync(context, dialog, state);
        }

        QuestionsOnTop.TakeAway(context, known);
        return stack.RepeatAsync(context);
    }

    // Answers that leave the pending question as it is.
    private async Task AnswerAsync(DialogContext context, Recognised wish)
    {
        switch (wish.Intent)
        {
            case Intent.Help:
                context.Show(new HelpCard(options.Link, context.KnowsPerson));
                break;
            case Intent.Status:
                await status.ShowAsync(context);
                break;
            case Intent.Language:
                context.Conversation.ChosenLanguage = wish.Language;
                context.Say("language.set");
                break;
            case Intent.NotMe:
                context.Say("chat.notMeStranger");
                break;
            case Intent.Privacy:
                context.Show(new PrivacyCard());
                break;
            case Intent.HelpDesk when options.Link is { } link:
                context.Say("chat.helpDesk", link);
                break;
            case Intent.HelpDesk:
                context.Say("chat.helpDeskNone");
                break;
            default:
                context.Say("chat.notUnderstood");
                break;
        }
    }

    private async Task CancelAsync(DialogContext context)
    {
        if (DialogStack.IsIdle(context))
        {
            context.Say("cancel.nothing");
            return;
        }

        if (!await stack.MayEndAsync(context))
        {
            return;
        }

        var registering = context.Conversation.Stack.Exists(frame => frame.Dialog == RegisterDialog.DialogName);
        context.Settle("cancel.done");
        await stack.EndAllAsync(context, EndReason.Cancelled);
        context.Say(registering ? "cancel.doneRegister" : "cancel.done");
    }

    private static bool AsksLanguage(DialogContext context) => Is(context, LanguageDialog.DialogName);

    private static bool Is(DialogContext context, string dialog) => !DialogStack.IsIdle(context) && context.Conversation.Stack[^1].Dialog == dialog;

    /// <summary>
    /// A language that is named while it is asked for is the answer, not a command; and whoever has come as far as a page may mean its link when they say so.
    /// </summary>
    public static bool IsForQuestion(DialogContext context, Recognised wish) => (wish.Language is not null && AsksLanguage(context)) || wish.Intent == Intent.Link;
}
