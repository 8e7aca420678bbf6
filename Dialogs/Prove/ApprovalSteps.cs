using ResetBot.Cards.Model;
using ResetBot.Cards.Questions;
using ResetBot.Dialogs.Common;
using ResetBot.Dialogs.Waterfall;
using ResetBot.Recovery;
using ResetBot.Recovery.Approvals;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Challenges;
using ResetBot.Recovery.Methods;

namespace ResetBot.Dialogs.Prove;

/// <summary>Asks the manager, colleagues, or the person in another chat of theirs, whether they are who they say they are, and waits for the word.</summary>
public sealed class ApprovalSteps(Desks desks)
{
    public const string Step = "approval";

    private const string Given = "approval.given";

    /// <summary>The step, for a method that is answered elsewhere; null for the rest.</summary>
    public static string? StepOf(MethodKind kind) => FactorTable.Published.Of(kind).IsWaitedFor ? Step : null;

    /// <summary>Asks, and shows the numbers that the person tells them, or types in the other chat.</summary>
    public async Task<StepResult> AskAsync(DialogContext context, ProveState state, RecoveryCase recoveryCase)
    {
        var person = await desks.Accounts.PresentAsync(recoveryCase, context.Cancellation);
        if (await desks.Challenges.AskAsync(context.Work, recoveryCase, state.Kind!.Value, context.Cancellation) is var issue and not ChallengeIssue.Asked)
        {
            return Detours.NotAsked(context, state, issue);
        }

        if (state.Kind == MethodKind.PushApproval)
        {
            return await PushAsync(context, state, recoveryCase);
        }

        var (kind, until) = (state.Kind.Value, recoveryCase.Challenge!.ExpiresAt);
        if (await desks.Approvals.AskAsync(context.Work, recoveryCase, person, context.Cancellation) is not { } asked)
        {
            context.Say(kind == MethodKind.ManagerApproval ? "approval.nobody" : "vouching.tooFew");
            state.NobodyToAsk.Add(kind);
            state.Kind = null;
            return new StepResult.GoTo("choose");
        }

        context.Ask(Card(kind, asked, context.Local(until)), sensitive: true);
        context.WakeAt = until;
        return new StepResult.Wait();
    }

    private async Task<StepResult> PushAsync(DialogContext context, ProveState state, RecoveryCase recoveryCase)
    {
        if (await desks.Pushes.AskAsync(context.Work, recoveryCase, context.Cancellation) is not { } asked)
        {
            context.Say("push.nowhere");
            state.NobodyToAsk.Add(MethodKind.PushApproval);
            state.Kind = null;
            return new StepResult.GoTo("choose");
        }

        context.Ask(new PushWaitCard(asked.Channel, asked.Number, context.Local(asked.Until)), sensitive: true);
        context.WakeAt = asked.Until;
        return new StepResult.Wait();
    }

    private static ICard Card(MethodKind kind, AskedApprovers asked, DateTimeOffset until) => kind == MethodKind.ManagerApproval
        ? new ApprovalWaitCard(asked.Numbers[0].Name, asked.Numbers[0].Number, until)
        : new VouchingWaitCard(asked.Numbers, asked.Needed, until);

    /// <summary>Hears what was said, or which other way the person wants.</summary>
    internal static StepResult Hear(
        DialogContext context, ProveState state, RecoveryCase recoveryCase, List<(MethodKind Kind, string Masked)> usable)
    {
        if (context.Event is { News: CaseNews.Approved or CaseNews.NotApproved } heard && heard.CaseId == recoveryCase.Id)
        {
            return Leave(context, state, heard.News == CaseNews.Approved ? Given : state.Kind == MethodKind.PushApproval ? "push.notGiven" : "approval.notGiven");
        }

        if (context.Event is { News: CaseNews.Vouched } vouched && vouched.CaseId == recoveryCase.Id)
        {
            context.Say("vouching.counted", vouched.Name ?? "", vouched.Given, vouched.Needed);
        }

        context.WakeAt = recoveryCase.Challenge?.ExpiresAt;
        if (context.Event is not null || context.Page is not null)
        {
            return new StepResult.Wait();
        }

        if (recoveryCase.Challenge is null)
        {
            return Leave(context, state, Late(state, recoveryCase));
        }

        if (Answers.Is(context.Text, "word.resend"))
        {
            Remind(context, recoveryCase);
            return new StepResult.Wait();
        }

        var detour = Detours.Find(context, state, usable);
        if (detour is StepResult.GoTo or StepResult.Again)
        {
            context.WakeAt = null;
            context.SettleOver();
            ChallengeDesk.Void(context.Work, recoveryCase);
            return detour is StepResult.Again ? new StepResult.GoTo("code") : detour;
        }

        return detour ?? new StepResult.NotUnderstood();
    }

    /// <summary>The word is still waited for.</summary>
    internal static void Remind(DialogContext context, RecoveryCase recoveryCase)
    {
        context.WakeAt = recoveryCase.Challenge?.ExpiresAt;
        if (recoveryCase.Challenge is { Kind: MethodKind.ColleagueVouching, Round: { } round })
        {
            context.Say("vouching.waiting", round.Given.Count, round.Needed);
        }
        else
        {
            context.Say("approval.waiting");
        }
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
        return Leave(context, state, Late(state, recoveryCase));
    }

    // The answer may have come, and the news of it not yet.
    private static string Late(ProveState state, RecoveryCase recoveryCase) =>
        state.Kind is { } kind && recoveryCase.Used.Contains(kind) ? Given : "approval.late";

    private static StepResult.GoTo Leave(DialogContext context, ProveState state, string sentence)
    {
        context.WakeAt = null;
        context.SettleOver();
        context.Say(sentence);
        state.Kind = null;
        state.NotApproved = sentence != Given;
        return new StepResult.GoTo("choose");
    }
}
