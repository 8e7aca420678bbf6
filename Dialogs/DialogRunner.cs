using ResetBot.Cards.Answers;
using ResetBot.Dialogs.Common;
using ResetBot.Dialogs.Intents;
using ResetBot.Dialogs.Turns;
using ResetBot.Dialogs.Waterfall;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.SecurePages;

namespace ResetBot.Dialogs;

/// <summary>Gives each turn to whom it concerns: a command, the active step, or the recogniser of free text.</summary>
public sealed class DialogRunner(DialogStack stack, Wishes wishes, ProductName product)
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
            case ActivityKind.Message when turn.Event is { } happened:
                await HearEventAsync(context, happened);
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

        if (await stack.WakeAsync(context) || !await stack.MayEndAsync(context))
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
        switch (page)
        {
            case { Result: PageResult.Done, Purpose: LinkPurpose.NewPassword or LinkPurpose.ChangePassword } when DialogStack.IsIdle(context):
                context.Show(new PasswordSetCard(page.Purpose == LinkPurpose.NewPassword));
                break;
            default:
                await ContinueBelowAsync(context);
                break;
        }
    }

    // News for what is below takes off what lies on top of it: a question of another chat of the person's is laid there again.
    private async Task ContinueBelowAsync(DialogContext context)
    {
        var asked = Wishes.PushOn(context);
        await stack.ContinueAsync(context);
        if (asked is not null && Wishes.PushOn(context) is null)
        {
            await wishes.AskPushAsync(context, asked);
        }
    }

    private async Task HearEventAsync(DialogContext context, CaseEvent happened)
    {
        switch (happened.News)
        {
            case CaseNews.ApprovalAsked:
                await wishes.AskApprovalAsync(context, happened, "approve.told");
                return;
            case CaseNews.PushAsked:
                await wishes.AskPushAsync(context, happened);
                return;
            case CaseNews.Noticed:
                context.Say(happened.Name!, context.Words.Say(happened.Sentence!, [.. happened.Values]));
                return;
            case CaseNews.VouchingAsked:
                await wishes.AskApprovalAsync(context, happened, "invitation.told");
                return;
            case CaseNews.ColleagueAccepted:
                context.Say("vouching.accepted", happened.Name ?? "");
                return;
            case CaseNews.ColleagueDeclined:
                context.Say("vouching.declined", happened.Name ?? "");
                return;
            case CaseNews.ColleagueWithdrew:
                context.Say("vouching.withdrew", happened.Name ?? "");
                return;
            default:
                break;
        }

        if (DialogStack.IsIdle(context) && happened.News == CaseNews.Done)
        {
            context.Show(new UnlockDoneCard());
            return;
        }

        await ContinueBelowAsync(context);
    }

    private async Task HearAsync(DialogContext context, Turn turn)
    {
        context.Conversation.Gone = false;
        if (context.Conversation.DueAt <= context.Work.Now && !await stack.WakeAsync(context))
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
            context.SayStale(DialogStack.IsIdle(context) ? "chat.staleIdle" : "chat.stale");
            await stack.RepeatAsync(context);
            return;
        }

        if (turn.Kind == ActivityKind.Message && PasswordGuard.LooksLikePassword(turn.Text, AccountNames.AreAsked(context)))
        {
            context.Say("chat.noPassword");
            await stack.RepeatAsync(context);
            return;
        }

        var wish = IntentRecogniser.Recognise(turn.Text);
        if (DialogStack.IsIdle(context) || (wish.Exact && !Wishes.IsForQuestion(context, wish)))
        {
            await wishes.FollowAsync(context, wish);
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
            await wishes.FollowAsync(context, wish);
        }
    }

    // In the middle of something, free text that is no answer may still be a wish that changes nothing; anything else is asked again.
    private async Task MakeSenseAsync(DialogContext context, Recognised wish)
    {
        if (wish.Intent is Intent.Help or Intent.Cancel or Intent.HelpDesk or Intent.NotMe or Intent.Privacy
            || (wish.Intent == Intent.Status && context.KnowsPerson))
        {
            await wishes.FollowAsync(context, wish);
            return;
        }

        context.Say(wish.Intent == Intent.Link ? "link.later" : "chat.notUnderstood");
        await stack.RepeatAsync(context);
    }

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
