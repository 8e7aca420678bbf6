using ResetBot.Cards.Answers;
using ResetBot.Dialogs.Common;
using ResetBot.Dialogs.Intents;
using ResetBot.Dialogs.Language;
using ResetBot.Dialogs.Move;
using ResetBot.Dialogs.Register;
using ResetBot.Dialogs.Reset;
using ResetBot.Dialogs.Status;
using ResetBot.Dialogs.Turns;
using ResetBot.Dialogs.Waterfall;
using ResetBot.Recovery.SecurePages;

namespace ResetBot.Dialogs;

/// <summary>Gives each turn to whom it concerns: a command, the active step, or the recogniser of free text.</summary>
public sealed class DialogRunner(DialogStack stack, StatusReport status, DialogOptions options, ProductName product)
{
    /// <summary>Answers one turn of a person, or of a secure page.</summary>
    public async Task RunAsync(DialogContext context, Turn turn)
    {
        switch (turn.Kind)
        {
            case ActivityKind.MembersAdded or ActivityKind.InstallationAdded:
                Welcome(context);
                break;
            case ActivityKind.InstallationRemoved:
                await stack.EndAllAsync(context, EndReason.Cancelled);
                context.Conversation.Gone = true;
                break;
            case ActivityKind.Group:
                context.Say("chat.private");
                break;
            case ActivityKind.Unreadable:
                context.Say("chat.unreadable");
                await stack.RepeatAsync(context);
                break;
            case ActivityKind.Message or ActivityKind.CardAction when turn.Page is { } page:
                await HearPageAsync(context, page);
                break;
            case ActivityKind.Message or ActivityKind.CardAction:
                await HearAsync(context, turn);
                break;
            case ActivityKind.Other:
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(turn), turn.Kind, "no such kind");
        }
    }

    /// <summary>Closes a question that was left alone for too long, and says so.</summary>
    public async Task ExpireAsync(DialogContext context)
    {
        if (context.Conversation.DueAt is not { } due || due > context.Work.Now)
        {
            return;
        }

        if (!await stack.MayEndAsync(context))
        {
            return;
        }

        context.Settle("answered.expired");
        await stack.EndAllAsync(context, EndReason.Expired);
        context.Say("expired.told");
    }

    // What the directory did is told also where nobody waits for it any more.
    private async Task HearPageAsync(DialogContext context, PageEvent page)
    {
        if (DialogStack.IsIdle(context) && page is { Result: PageResult.Done, Purpose: LinkPurpose.NewPassword })
        {
            context.Show(new ResetDoneCard());
            return;
        }

        await stack.ContinueAsync(context);
    }

    private async Task HearAsync(DialogContext context, Turn turn)
    {
        context.Conversation.Gone = false;
        if (context.Conversation.DueAt <= context.Work.Now)
        {
            await ExpireLateAsync(context, turn);
            return;
        }

        if (turn.Text.Length > Turn.LongestText)
        {
            context.Say("chat.tooLong");
            await stack.RepeatAsync(context);
            return;
        }

        // A button of a statement (a welcome, the help) belongs to no question: it counts as its word, typed.
        if (turn.Prompt is { Length: > 0 } prompt && prompt != context.Conversation.Prompt)
        {
            context.Say(DialogStack.IsIdle(context) ? "chat.staleIdle" : "chat.stale");
            await stack.RepeatAsync(context);
            return;
        }

        if (turn.Kind == ActivityKind.Message && PasswordGuard.LooksLikePassword(turn.Text, ResetDialog.AsksName(context)))
        {
            context.Say("chat.noPassword");
            await stack.RepeatAsync(context);
            return;
        }

        var wish = IntentRecogniser.Recognise(turn.Text);
        if (DialogStack.IsIdle(context) || (wish.Exact && !AnswersLanguage(context, wish)))
        {
            await FollowAsync(context, wish);
            return;
        }

        if (await stack.ContinueAsync(context) is StepResult.NotUnderstood)
        {
            await MakeSenseAsync(context, wish);
        }
    }

    // Time is over when it is over, also where the timer has not come round yet. A command is meant for now; an answer was for the question.
    private async Task ExpireLateAsync(DialogContext context, Turn turn)
    {
        await ExpireAsync(context);
        if (turn.Prompt is null && IntentRecogniser.Recognise(turn.Text) is { Exact: true } wish)
        {
            await FollowAsync(context, wish);
        }
    }

    // In the middle of something, free text that is no answer may still be a wish that changes nothing; anything else is asked again.
    private async Task MakeSenseAsync(DialogContext context, Recognised wish)
    {
        if (wish.Intent is Intent.Help or Intent.Cancel or Intent.Status or Intent.HelpDesk)
        {
            await FollowAsync(context, wish);
            return;
        }

        context.Say("chat.notUnderstood");
        await stack.RepeatAsync(context);
    }

    private async Task FollowAsync(DialogContext context, Recognised wish)
    {
        switch (wish.Intent)
        {
            case Intent.Register or Intent.Status or Intent.Continue when !context.KnowsPerson:
                context.Say(wish.Intent == Intent.Continue ? "move.here" : "chat.onlyKnown");
                await stack.RepeatAsync(context);
                break;
            case Intent.Continue:
                await stack.ReplaceAsync(context, MoveDialog.DialogName);
                break;
            case Intent.Reset:
                await stack.ReplaceAsync(context, ResetDialog.DialogName);
                break;
            case Intent.Register:
                await stack.ReplaceAsync(context, RegisterDialog.DialogName);
                break;
            case Intent.Cancel:
                await CancelAsync(context);
                break;
            case Intent.Language when wish.Language is null && AsksLanguage(context):
                await stack.RepeatAsync(context);
                break;
            case Intent.Language when wish.Language is null:
                await stack.BeginAsync(context, LanguageDialog.DialogName);
                break;
            default:
                await AnswerAsync(context, wish);
                await stack.RepeatAsync(context);
                break;
        }
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
            case Intent.Change:
                context.Say("chat.notYetChange");
                break;
            case Intent.Unlock:
                context.Say("chat.unlockByReset");
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

    private static bool AsksLanguage(DialogContext context) =>
        !DialogStack.IsIdle(context) && context.Conversation.Stack[^1].Dialog == LanguageDialog.DialogName;

    // A language that is named while it is asked for is the answer, not a command.
    private static bool AnswersLanguage(DialogContext context, Recognised wish) => wish.Language is not null && AsksLanguage(context);

    private void Welcome(DialogContext context)
    {
        context.Conversation.Gone = false;
        if (!context.Conversation.Welcomed)
        {
            context.Conversation.Welcomed = true;
            context.Show(new WelcomeCard(context.Conversation.Reference.UserName.Split(' ')[0], product.Text));
        }
    }
}
