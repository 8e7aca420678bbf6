using ResetBot.Dialogs.Common;
using ResetBot.Dialogs.Waterfall;
using ResetBot.Recovery;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Challenges;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.SecurePages;

namespace ResetBot.Dialogs.Prove;

/// <summary>Asks for what no chat can take, a passkey or the answers to security questions: the secure page does.</summary>
public sealed class PageSteps(Desks desks, PageCards pages)
{
    /// <summary>The step that asks for such a method; null when the chat takes it.</summary>
    public static string? StepOf(MethodKind kind) => kind switch
    {
        MethodKind.Passkey => "passkey",
        MethodKind.SecurityQuestions => "questions",
        _ => null,
    };

    /// <summary>Sends the person to the page.</summary>
    public async Task<StepResult> AskAsync(DialogContext context, ProveState state, RecoveryCase recoveryCase, MethodKind kind)
    {
        var issue = await desks.Challenges.AskAsync(context.Work, recoveryCase, kind, context.Cancellation);
        if (issue is not ChallengeIssue.Asked)
        {
            return Detours.NotAsked(context, state, issue);
        }

        await pages.AskAsync(context, recoveryCase, kind == MethodKind.Passkey ? LinkPurpose.UsePasskey : LinkPurpose.AnswerQuestions);
        return new StepResult.Wait();
    }

    /// <summary>Hears what became of the page, or which other way the person wants.</summary>
    internal static async Task<StepResult> HearAsync(
        DialogContext context, ProveState state, RecoveryCase recoveryCase, List<(MethodKind Kind, string Masked)> usable)
    {
        if (context.Page is { Result: PageResult.Done or PageResult.Refused } ended && ended.LinkKey == recoveryCase.LinkKey)
        {
            if (ended.Result == PageResult.Done)
            {
                context.Settle("answered.typed");
                context.Say("code.right");
            }
            else
            {
                context.SettleOver();
                context.Say(Stopped(ended.Purpose));
            }

            state.Kind = null;
            return new StepResult.GoTo("choose");
        }

        var detour = context.Page is null ? Detours.Find(context, state, usable) : null;
        if (detour is null or StepResult.Wait or StepResult.NotUnderstood)
        {
            return detour ?? await PageCards.HearAsync(context, recoveryCase) ?? new StepResult.NotUnderstood();
        }

        await LinkDesk.VoidAsync(context.Work, recoveryCase, context.Cancellation);
        context.SettleOver();
        return detour is StepResult.Again ? new StepResult.GoTo("code") : detour;
    }

    private static string Stopped(LinkPurpose purpose) => purpose == LinkPurpose.UsePasskey ? "passkey.stopped" : "questions.stopped";
}
