using ResetBot.Cards.Questions;
using ResetBot.Dialogs.Common;
using ResetBot.Dialogs.Waterfall;
using ResetBot.Recovery;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Challenges;
using ResetBot.Recovery.Methods;

namespace ResetBot.Dialogs.Prove;

/// <summary>Asks the manager whether the person is who they say they are, and waits for their word.</summary>
public sealed class ApprovalSteps(Desks desks)
{
    public const string Step = "approval";

    /// <summary>The step, for a method that others answer; null for the rest.</summary>
    public static string? StepOf(MethodKind kind) => FactorTable.Published.Of(kind).ByOthers ? Step : null;

    /// <summary>Asks, and shows the number that the person tells them.</summary>
    public async Task<StepResult> AskAsync(DialogContext context, ProveState state, RecoveryCase recoveryCase)
    {
        var person = await desks.Accounts.OfAsync(recoveryCase, context.Cancellation) ?? throw new DirectoryUnavailableException("the account is gone");
        if (await desks.Challenges.AskAsync(context.Work, recoveryCase, state.Kind!.Value, context.Cancellation) is var issue and not ChallengeIssue.Asked)
        {
            return Detours.NotAsked(context, state, issue);
        }

        var until = recoveryCase.Challenge!.ExpiresAt;
        var manager = person.Manager is { } id ? await desks.Directory.GetAsync(id, context.Cancellation) : null;
        if (manager is null || await desks.Approvals.AskAsync(context.Work, recoveryCase, person, manager, context.Cancellation) is not { } number)
        {
            context.Say("approval.nobody");
            state.OthersAsked = true;
            state.Kind = null;
            return new StepResult.GoTo("choose");
        }

        context.Ask(new ApprovalWaitCard(manager.DisplayName, number, context.Local(until)), sensitive: true);
        context.WakeAt = until;
        return new StepResult.Wait();
    }

    /// <summary>Hears what was said, or which other way the person wants.</summary>
    internal static StepResult Hear(
        DialogContext context, ProveState state, RecoveryCase recoveryCase, List<(MethodKind Kind, string Masked)> usable)
    {
        if (context.Event is { News: CaseNews.Approved or CaseNews.NotApproved } heard && heard.CaseId == recoveryCase.Id)
        {
            return Leave(context, state, heard.News == CaseNews.Approved ? "approval.given" : "approval.notGiven");
        }

        if (context.Event is not null || context.Page is not null)
        {
            return new StepResult.Wait();
        }

        if (recoveryCase.Challenge is null)
        {
            return Leave(context, state, "approval.late");
        }

        if (Answers.Is(context.Text, "word.resend"))
        {
            context.Say("approval.waiting");
            return new StepResult.Wait();
        }

        var detour = Detours.Find(context, state, usable);
        if (detour is StepResult.GoTo or StepResult.Again)
        {
            context.Settle("answered.closed");
            ChallengeDesk.Void(context.Work, recoveryCase);
            return detour is StepResult.Again ? new StepResult.GoTo("code") : detour;
        }

        return detour ?? new StepResult.NotUnderstood();
    }

    /// <summary>The word is still waited for.</summary>
    internal static Task RemindAsync(DialogContext context, ProveState state)
    {
        context.Say("approval.waiting");
        return Task.CompletedTask;
    }

    /// <summary>The time to answer is over, or not yet.</summary>
    internal static StepResult Wake(DialogContext context, ProveState state, RecoveryCase recoveryCase)
    {
        if (recoveryCase.Challenge is { } challenge && challenge.ExpiresAt > context.Work.Now)
        {
            context.WakeAt = challenge.ExpiresAt;
            return new StepResult.Wait();
        }

        ChallengeDesk.Void(context.Work, recoveryCase);
        return Leave(context, state, "approval.late");
    }

    private static StepResult.GoTo Leave(DialogContext context, ProveState state, string sentence)
    {
        context.Settle("answered.closed");
        context.Say(sentence);
        state.Kind = null;
        return new StepResult.GoTo("choose");
    }
}
