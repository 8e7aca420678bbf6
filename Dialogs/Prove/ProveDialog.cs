using ResetBot.Cards.Questions;
using ResetBot.Dialogs.Common;
using ResetBot.Dialogs.Waterfall;
using ResetBot.Recovery;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Challenges;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.RecoveryCodes;
using ResetBot.Recovery.Registration;
using ResetBot.Recovery.Secrets;

namespace ResetBot.Dialogs.Prove;

/// <summary>Takes a person through the gates of a case, one registered method after another.</summary>
public sealed class ProveDialog(Desks desks, PageSteps pages, ApprovalSteps approval) : CaseDialog<ProveState>(desks)
{
    public const string DialogName = "prove";

    public override string Name => DialogName;

    protected override IReadOnlyList<WaterfallStep<ProveState>> Steps =>
    [
        new("choose", AskMethodAsync, HearMethodAsync),
        new("code", AskCodeAsync, HearCodeAsync, RemindCodeAsync),
        OnPage(MethodKind.Passkey),
        OnPage(MethodKind.SecurityQuestions),
        new(
            ApprovalSteps.Step,
            async (context, state) => await approval.AskAsync(context, state, await CaseAsync(context, state)),
            HearApprovalAsync,
            RemindApprovalAsync,
            async (context, state) => ApprovalSteps.Wake(context, state, await CaseAsync(context, state))),
    ];

    private WaterfallStep<ProveState> OnPage(MethodKind kind) => new(
        PageSteps.StepOf(kind)!,
        async (context, state) => await pages.AskAsync(context, state, await CaseAsync(context, state), kind),
        async (context, state) => await HearPageAsync(context, state, await CaseAsync(context, state)),
        RemindPageAsync);

    // The case belongs to the dialog below, which ends it.
    public override Task EndAsync(DialogContext context, DialogFrame frame, EndReason reason) => Task.CompletedTask;

    private async Task<StepResult> AskMethodAsync(DialogContext context, ProveState state)
    {
        var recoveryCase = await CaseAsync(context, state);
        if (Over(context, recoveryCase) is { } over)
        {
            return over;
        }

        var gates = state.IsExtra ? RegistrationDesk.FactorsToCountAtOnce : Gates(recoveryCase);
        if (recoveryCase.Status == CaseStatus.Proved && !(state.IsExtra && recoveryCase.Gates.Count < gates))
        {
            return new StepResult.End(DialogResult.Done);
        }

        var methods = await MethodsAsync(context, state, recoveryCase);
        var (usable, excluded) = methods;
        if (!methods.Suffice(Desks.Factors, recoveryCase, gates))
        {
            methods.SayCapped(context);
            context.Say(state.LostPhone ? "lost.nothing" : "refusal.noMethodLeft");
            return new StepResult.End(DialogResult.Failed);
        }

        if (usable.Count == 1 && !(state.NotApproved && FactorTable.Published.Of(usable[0].Kind).IsWaitedFor))
        {
            state.Kind = usable[0].Kind;
            return new StepResult.Next();
        }

        var choices = usable.Select(method => (Methods.Word(method.Kind), method.Masked)).ToList();
        context.Ask(new ChooseMethodCard(recoveryCase.Gates.Count + 1, gates, choices, excluded, recoveryCase.IsBlind, For(recoveryCase.Operation)));
        return new StepResult.Wait();
    }

    private static string For(Operation operation) => operation switch
    {
        Operation.Unlock => "unlock",
        Operation.Register or Operation.Privacy or Operation.Link => "register",
        Operation.Change => "change",
        _ => "",
    };

    // How many an administrator needs would tell that the account is one.
    private int Gates(RecoveryCase recoveryCase) =>
        recoveryCase.IsBlind ? Desks.Policies.InForce.ToStranger(recoveryCase.Operation).Gates : recoveryCase.GatesRequired;

    private async Task<StepResult> HearMethodAsync(DialogContext context, ProveState state)
    {
        if (Answers.Is(context.Text, "word.lostPhone"))
        {
            return Detours.LosePhone(context, state);
        }

        var recoveryCase = await CaseAsync(context, state);
        if (Over(context, recoveryCase) is { } over)
        {
            return over;
        }

        var (usable, _) = await MethodsAsync(context, state, recoveryCase);
        if (Answers.Method(context.Text, [.. usable.Select(method => Methods.Word(method.Kind))]) is not { } chosen)
        {
            return new StepResult.NotUnderstood();
        }

        state.Kind = Methods.Among(usable, chosen);
        return new StepResult.Next();
    }

    private Task<StepResult> AskCodeAsync(DialogContext context, ProveState state) => AskCodeAsync(context, state, again: false);

    private async Task<StepResult> AskCodeAsync(DialogContext context, ProveState state, bool again)
    {
        var recoveryCase = await CaseAsync(context, state);
        if (!recoveryCase.IsOpen(context.Work.Now) || state.Kind is not { } kind)
        {
            return new StepResult.GoTo("choose");
        }

        if ((PageSteps.StepOf(kind) ?? ApprovalSteps.StepOf(kind)) is { } step)
        {
            return new StepResult.GoTo(step);
        }

        var issue = await Desks.Challenges.AskAsync(context.Work, recoveryCase, kind, context.Cancellation);
        if (issue is not ChallengeIssue.Asked)
        {
            return Detours.NotAsked(context, state, issue);
        }

        if (again)
        {
            context.Say("code.resent");
        }

        await RemindCodeAsync(context, state);
        return new StepResult.Wait();
    }

    private async Task RemindCodeAsync(DialogContext context, ProveState state)
    {
        var recoveryCase = await CaseAsync(context, state);
        var (usable, _) = await MethodsAsync(context, state, recoveryCase);
        var masked = recoveryCase.IsBlind ? "" : recoveryCase.Challenge?.Masked ?? "";
        var digits = CodeAnswers.Digits(state.Kind, Desks.ChallengeOptions);
        context.Ask(new EnterCodeCard(
            Methods.Word(state.Kind!.Value), masked, (int)Desks.ChallengeOptions.CodeLifetime.TotalMinutes, digits, usable.Count > 1, recoveryCase.IsBlind));
    }

    private async Task<StepResult> HearCodeAsync(DialogContext context, ProveState state)
    {
        if (context.Page is not null)
        {
            return new StepResult.Wait();
        }

        if (Answers.Is(context.Text, "word.lostPhone"))
        {
            return Detours.LosePhone(context, state);
        }

        if (Answers.Is(context.Text, "word.resend"))
        {
            return await ResendAsync(context, state);
        }

        var recoveryCase = await CaseAsync(context, state);
        if (Over(context, recoveryCase) is { } over)
        {
            return over;
        }

        var (usable, _) = await MethodsAsync(context, state, recoveryCase);
        if (Detours.ToOther(context, state, usable) is { } other)
        {
            return other;
        }

        if (state.Kind == MethodKind.RecoveryCodes)
        {
            return RecoveryCode.Read(context.Text) is { } kept
                ? await CheckAsync(context, state, recoveryCase, kept)
                : CodeAnswers.HasNoneKept(context);
        }

        var digits = CodeAnswers.Digits(state.Kind, Desks.ChallengeOptions);
        return Answers.Code(context.Text, digits) is { } typed
            ? await CheckAsync(context, state, recoveryCase, typed)
            : CodeAnswers.HasNone(context, digits);
    }

    private async Task<StepResult> ResendAsync(DialogContext context, ProveState state)
    {
        if (CodeAnswers.NoResend(state.Kind) is { } sentence)
        {
            context.Say(sentence);
            return new StepResult.Wait();
        }

        return await AskCodeAsync(context, state, again: true);
    }

    private async Task<StepResult> CheckAsync(DialogContext context, ProveState state, RecoveryCase recoveryCase, string typed)
    {
        using var code = new OneTimeCode(typed);
        var answer = await Desks.Challenges.AnswerAsync(context.Work, recoveryCase, code, context.Cancellation);
        if (answer is not ChallengeAnswer.Right)
        {
            return CodeAnswers.NotRight(context, answer, new StepResult.End(DialogResult.Failed));
        }

        context.Settle("answered.typed");
        context.Say("code.right");
        if (state.Kind == MethodKind.RecoveryCodes)
        {
            await CodeAnswers.SayLeftAsync(context, recoveryCase);
        }

        state.Kind = null;
        return new StepResult.GoTo("choose");
    }

    private async Task<StepResult> HearApprovalAsync(DialogContext context, ProveState state)
    {
        var recoveryCase = await CaseAsync(context, state);
        return Over(context, recoveryCase)
            ?? ApprovalSteps.Hear(context, state, recoveryCase, (await MethodsAsync(context, state, recoveryCase)).Usable);
    }

    private static async Task RemindApprovalAsync(DialogContext context, ProveState state) =>
        ApprovalSteps.Remind(context, await CaseAsync(context, state));

    private async Task<StepResult> HearPageAsync(DialogContext context, ProveState state, RecoveryCase recoveryCase)
    {
        if (context.Page is null && Over(context, recoveryCase) is { } over)
        {
            return over;
        }

        return await PageSteps.HearAsync(context, state, recoveryCase, (await MethodsAsync(context, state, recoveryCase)).Usable);
    }

    private Task<UsableMethods> MethodsAsync(DialogContext context, ProveState state, RecoveryCase recoveryCase) =>
        UsableMethods.OfAsync(Desks, context, state, recoveryCase);
}
