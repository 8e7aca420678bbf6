using ResetBot.Cards;
using ResetBot.Cards.Answers;
using ResetBot.Cards.Questions;
using ResetBot.Dialogs.Common;
using ResetBot.Dialogs.Prove;
using ResetBot.Dialogs.Waterfall;
using ResetBot.Recovery;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Policy;
using ResetBot.Recovery.Registration;

namespace ResetBot.Dialogs.Register;

/// <summary>Registers the methods that prove who a person is, after one factor that is known already: the current password, or a method.</summary>
public sealed class RegisterDialog(Desks desks, PageCards pages, Refusals refusals, MethodSteps methods, RemovalSteps removal, ColleagueSteps colleagues)
    : OneFactorDialog<RegisterState>(desks, pages, refusals, Operation.Register)
{
    public const string DialogName = "register";

    private readonly PushSteps _push = new(desks, methods);

    public override string Name => DialogName;

    protected override IReadOnlyList<WaterfallStep<RegisterState>> Steps =>
    [
        .. Factor,
        new("choose", AskKindAsync, HearKindAsync),
        new("destination", AskDestinationAsync, HearDestinationAsync),
        new("confirm", AskConfirmAsync, HearConfirmAsync),
        new(
            "setup",
            async (context, state) => await methods.AskSetupAsync(context, await CaseAsync(context, state), state.Kind!.Value),
            async (context, state) => await methods.HearSetupAsync(context, await CaseAsync(context, state), state.Kind!.Value),
            RemindPageAsync),
        new(
            ColleagueSteps.Step,
            async (context, state) => await colleagues.AskAsync(context, await CaseAsync(context, state)),
            async (context, state) => await colleagues.HearAsync(context, await CaseAsync(context, state))),
        new(
            PushSteps.Step,
            async (context, state) => await _push.AskAsync(context, await CaseAsync(context, state)),
            async (context, state) => await _push.HearAsync(context, await CaseAsync(context, state)),
            async (context, state) => await PushSteps.RemindAsync(context, await CaseAsync(context, state)),
            async (context, state) => await _push.WakeAsync(context, await CaseAsync(context, state))),
        new(
            RemovalSteps.Step,
            async (context, state) => await RemovalSteps.AskAsync(context, await CaseAsync(context, state)),
            async (context, state) => await removal.HearAsync(context, await CaseAsync(context, state))),
        new("finish", FinishAsync, (_, _) => Task.FromResult<StepResult>(new StepResult.End(DialogResult.Done))),
    ];

    private async Task<StepResult> AskKindAsync(DialogContext context, RegisterState state)
    {
        state.Kind = null;
        var recoveryCase = await CaseAsync(context, state);
        var ruling = await RuleAsync(context, recoveryCase, Operation.Register);
        if (ruling is not PolicyRuling.Permits permits)
        {
            return await StopAsync(context, recoveryCase, Refusals.Of(context, new CaseStart.NotPermitted(ruling)));
        }

        var record = await AccountRecord.OfAsync(context.Work, recoveryCase.Account, context.Cancellation);
        context.Ask(new RegisterMethodCard(
            Methods.Named(record.Methods.Where(method => IsWhole(method, permits))),
            Choices(permits),
            permits.Policy.MethodsToRegister,
            await CanShowMoreAsync(context, recoveryCase, record)));
        return new StepResult.Wait();
    }

    private async Task<StepResult> HearKindAsync(DialogContext context, RegisterState state)
    {
        if (context.Page is not null)
        {
            return new StepResult.Wait();
        }

        // One more method was shown, or was not; where that took too long, the case is over, and was said to be.
        if (context.Result is not null)
        {
            return Over(context, await CaseAsync(context, state)) ?? new StepResult.Again();
        }

        if (Answers.Is(context.Text, "word.more"))
        {
            return await ShowMoreAsync(context, state);
        }

        if (Answers.Is(context.Text, "word.done"))
        {
            return new StepResult.GoTo("finish");
        }

        if (Answers.Is(context.Text, "word.remove"))
        {
            return new StepResult.GoTo(RemovalSteps.Step);
        }

        if (await RuleAsync(context, await CaseAsync(context, state), Operation.Register) is not PolicyRuling.Permits permits)
        {
            return new StepResult.Again();
        }

        if (Answers.Method(context.Text, Choices(permits)) is not { } chosen)
        {
            return new StepResult.NotUnderstood();
        }

        state.Kind = Methods.Kind(chosen);
        return new StepResult.GoTo(MethodSteps.StepOf(state.Kind.Value));
    }

    // What is added later counts at once for whoever shows two factors.
    private async Task<bool> CanShowMoreAsync(DialogContext context, RecoveryCase recoveryCase, AccountRecord record) =>
        !RegistrationDesk.CountsAtOnce(recoveryCase, record) && await HasMethodAsync(context, recoveryCase);

    private async Task<StepResult> ShowMoreAsync(DialogContext context, RegisterState state)
    {
        var recoveryCase = await CaseAsync(context, state);
        var record = await AccountRecord.OfAsync(context.Work, recoveryCase.Account, context.Cancellation);
        if (!await CanShowMoreAsync(context, recoveryCase, record))
        {
            return new StepResult.Again();
        }

        context.Settle("answered.typed");
        return new StepResult.Begin(ProveDialog.DialogName, new ProveState { CaseId = state.CaseId, IsExtra = true });
    }

    private static Task<StepResult> AskDestinationAsync(DialogContext context, RegisterState state)
    {
        context.Ask(new EnterDestinationCard(Methods.Word(state.Kind!.Value)));
        return Task.FromResult<StepResult>(new StepResult.Wait());
    }

    private async Task<StepResult> HearDestinationAsync(DialogContext context, RegisterState state)
    {
        if (context.Page is not null)
        {
            return new StepResult.Wait();
        }

        return Answers.Is(context.Text, "word.other")
            ? new StepResult.GoTo("choose")
            : await methods.ProposeAsync(context, await CaseAsync(context, state), state.Kind!.Value);
    }

    private async Task<StepResult> AskConfirmAsync(DialogContext context, RegisterState state)
    {
        var recoveryCase = await CaseAsync(context, state);
        var lifetime = (int)Desks.ChallengeOptions.CodeLifetime.TotalMinutes;
        context.Ask(new EnterCodeCard(
            Methods.Word(state.Kind!.Value), recoveryCase.Proposed?.Masked ?? "", lifetime, Desks.ChallengeOptions.CodeDigits, CanChooseOther: true));
        return new StepResult.Wait();
    }

    private async Task<StepResult> HearConfirmAsync(DialogContext context, RegisterState state)
    {
        if (context.Page is not null)
        {
            return new StepResult.Wait();
        }

        if (Answers.Is(context.Text, "word.other") || Answers.Is(context.Text, "word.lostPhone"))
        {
            return new StepResult.GoTo("choose");
        }

        var recoveryCase = await CaseAsync(context, state);
        return Answers.Is(context.Text, "word.resend")
            ? await methods.ResendAsync(context, recoveryCase)
            : await methods.ConfirmAsync(context, recoveryCase, Desks.ChallengeOptions.CodeDigits);
    }

    private async Task<StepResult> FinishAsync(DialogContext context, RegisterState state)
    {
        var recoveryCase = await CaseAsync(context, state);
        var record = await AccountRecord.OfAsync(context.Work, recoveryCase.Account, context.Cancellation);
        var permits = await RuleAsync(context, recoveryCase, Operation.Reset) as PolicyRuling.Permits;
        var have = await HaveAsync(context, recoveryCase, record, permits);
        Reconfirmation.Note(context.Work, record);
        await CloseAsync(context, recoveryCase, CaseStatus.Completed);
        context.Show(new RegistrationDoneCard(Desks.Factors.Independent(have), permits?.Gates ?? 1));
        return new StepResult.End(DialogResult.Done);
    }

    // What is registered, whether it counts yet or not, and what the directory has.
    private async Task<IEnumerable<MethodKind>> HaveAsync(
        DialogContext context, RecoveryCase recoveryCase, AccountRecord record, PolicyRuling.Permits? permits)
    {
        var registered = record.Methods.Where(method => IsWhole(method, permits)).Select(method => method.Kind);
        return permits is not null && await Desks.Accounts.OfAsync(recoveryCase, context.Cancellation) is { } account
            ? registered.Union(Desks.Judge.Judge(record, account, permits.Methods, [], permits.Gates, context.Work.Now)
                .Where(method => method.Standing is MethodStanding.Counts).Select(method => method.Method.Kind))
            : registered;
    }

    private async Task<PolicyRuling> RuleAsync(DialogContext context, RecoveryCase recoveryCase, Operation operation) =>
        Desks.Policies.Rule(await Desks.Accounts.PresentAsync(recoveryCase, context.Cancellation), operation);

    // Colleagues who have not answered yet prove nothing, whenever that may be.
    private static bool IsWhole(RegisteredMethod method, PolicyRuling.Permits? permits) =>
        method.Colleagues is not { } colleagues || colleagues.Accepted >= permits?.Policy.ColleaguesRequired;

    private List<MethodWord> Choices(PolicyRuling.Permits permits) =>
        [.. permits.Methods.Intersect(Desks.Factors.Registrable).Where(Desks.Offered.Offers).Select(Methods.Word)];
}
