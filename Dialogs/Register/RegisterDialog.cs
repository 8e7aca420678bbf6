using ResetBot.Cards;
using ResetBot.Cards.Answers;
using ResetBot.Cards.Questions;
using ResetBot.Dialogs.Common;
using ResetBot.Dialogs.Prove;
using ResetBot.Dialogs.Waterfall;
using ResetBot.Recovery;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Policy;
using ResetBot.Recovery.SecurePages;

namespace ResetBot.Dialogs.Register;

/// <summary>Registers the methods that prove who a person is, after one factor that is known already: the current password, or a method.</summary>
public sealed class RegisterDialog(Desks desks, PageCards pages, Refusals refusals, MethodSteps methods, RemovalSteps removal) : CaseDialog<RegisterState>(desks)
{
    public const string DialogName = "register";

    public override string Name => DialogName;

    protected override IReadOnlyList<WaterfallStep<RegisterState>> Steps =>
    [
        new("password", AskPasswordAsync, HearPasswordAsync, RemindPageAsync),
        new("choose", AskKindAsync, HearKindAsync),
        new("destination", AskDestinationAsync, HearDestinationAsync),
        new("confirm", AskConfirmAsync, HearConfirmAsync),
        new("setup", AskSetupAsync, HearSetupAsync, RemindPageAsync),
        new(
            RemovalSteps.Step,
            async (context, state) => await RemovalSteps.AskAsync(context, await CaseAsync(context, state)),
            async (context, state) => await removal.HearAsync(context, await CaseAsync(context, state))),
        new("finish", FinishAsync, (_, _) => Task.FromResult<StepResult>(new StepResult.End(DialogResult.Done))),
    ];

    private async Task<StepResult> AskPasswordAsync(DialogContext context, RegisterState state)
    {
        if (await StartAsync(context, state, Operation.Register, refusals) is { } refused)
        {
            return refused;
        }

        var recoveryCase = await CaseAsync(context, state);
        await pages.AskAsync(context, recoveryCase, LinkPurpose.CurrentPassword, await HasMethodAsync(context, recoveryCase));
        return new StepResult.Wait();
    }

    private async Task<StepResult> HearPasswordAsync(DialogContext context, RegisterState state)
    {
        var recoveryCase = await CaseAsync(context, state);
        if (recoveryCase.Status == CaseStatus.Proved)
        {
            context.Settle("answered.typed");
            context.Say("page.confirmed");
            return new StepResult.Next();
        }

        // The methods led nowhere. Where that took too long, the case is over, and was said to be.
        if (context.Result is not null)
        {
            return recoveryCase.IsOpen(context.Work.Now) ? new StepResult.Again() : new StepResult.End(DialogResult.Failed);
        }

        // Whoever does not know the password, or does not want to type it here, shows who they are by a method instead.
        if (context.Page is null && Answers.Is(context.Text, "word.other") && await HasMethodAsync(context, recoveryCase))
        {
            await LinkDesk.VoidAsync(context.Work, recoveryCase, context.Cancellation);
            context.Settle("answered.closed");
            return new StepResult.Begin(ProveDialog.DialogName, new ProveState { CaseId = state.CaseId });
        }

        if (context.Page?.Result == PageResult.Refused || !recoveryCase.IsLive)
        {
            context.Settle("answered.closed");
            var helpDesk = await HelpDeskAsync(context, recoveryCase);
            return await StopAsync(context, recoveryCase, refusals.Plain(context, "page.refusedPassword", RefusalCodes.WrongPassword, helpDesk));
        }

        return await PageCards.HearAsync(context, recoveryCase) ?? new StepResult.NotUnderstood();
    }

    private async Task<bool> HasMethodAsync(DialogContext context, RecoveryCase recoveryCase) =>
        (await UsableMethods.OfAsync(Desks, context, new ProveState(), recoveryCase)).Usable.Count > 0;

    private async Task<StepResult> AskKindAsync(DialogContext context, RegisterState state)
    {
        state.Kind = null;
        var recoveryCase = await CaseAsync(context, state);
        var ruling = await RuleAsync(context, recoveryCase, Operation.Register);
        if (ruling is not PolicyRuling.Permits permits)
        {
            return await StopAsync(context, recoveryCase, refusals.Of(context, new CaseStart.NotPermitted(ruling)));
        }

        var record = await AccountRecord.OfAsync(context.Work, recoveryCase.Account, context.Cancellation);
        context.Ask(new RegisterMethodCard(
            [.. record.Methods.OrderBy(method => method.Kind).Select(method => (Methods.Word(method.Kind), method.Masked))],
            Choices(permits),
            permits.Policy.MethodsToRegister));
        return new StepResult.Wait();
    }

    private async Task<StepResult> HearKindAsync(DialogContext context, RegisterState state)
    {
        if (context.Page is not null)
        {
            return new StepResult.Wait();
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
        return MethodSteps.IsOnPage(state.Kind.Value) ? new StepResult.GoTo("setup") : new StepResult.Next();
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

    private async Task<StepResult> AskSetupAsync(DialogContext context, RegisterState state)
    {
        var recoveryCase = await CaseAsync(context, state);
        var wants = await methods.ProposeAsync(context, recoveryCase, state.Kind!.Value);
        if (wants is not StepResult.Next)
        {
            return wants;
        }

        await pages.AskAsync(context, recoveryCase, MethodSteps.PageOf(state.Kind!.Value));
        return new StepResult.Wait();
    }

    private async Task<StepResult> HearSetupAsync(DialogContext context, RegisterState state)
    {
        var recoveryCase = await CaseAsync(context, state);
        if (Answers.Is(context.Text, "word.other") || Answers.Is(context.Text, "word.lostPhone"))
        {
            await LinkDesk.VoidAsync(context.Work, recoveryCase, context.Cancellation);
            context.Settle("answered.closed");
            return new StepResult.GoTo("choose");
        }

        if (context.Page is { Result: PageResult.Done } done && done.LinkKey == recoveryCase.LinkKey)
        {
            context.Settle("answered.typed");
            await MethodSteps.ShowAddedAsync(context, recoveryCase, state.Kind!.Value);
            return new StepResult.GoTo("choose");
        }

        if (context.Page is { Result: PageResult.Refused } refused && refused.LinkKey == recoveryCase.LinkKey)
        {
            context.Settle("answered.closed");
            context.Say("register.stopped");
            return new StepResult.GoTo("choose");
        }

        return await PageCards.HearAsync(context, recoveryCase)
            ?? (state.Kind == MethodKind.Authenticator ? await methods.ConfirmAsync(context, recoveryCase, digits: 6) : new StepResult.NotUnderstood());
    }

    private async Task<StepResult> FinishAsync(DialogContext context, RegisterState state)
    {
        var recoveryCase = await CaseAsync(context, state);
        var record = await AccountRecord.OfAsync(context.Work, recoveryCase.Account, context.Cancellation);
        var permits = await RuleAsync(context, recoveryCase, Operation.Reset) as PolicyRuling.Permits;
        var have = await HaveAsync(context, recoveryCase, record, permits);
        await CloseAsync(context, recoveryCase, CaseStatus.Completed);
        context.Show(new RegistrationDoneCard(Desks.Factors.Independent(have), permits?.Gates ?? 1));
        return new StepResult.End(DialogResult.Done);
    }

    // What is registered, whether it counts yet or not, and what the directory has.
    private async Task<IEnumerable<MethodKind>> HaveAsync(
        DialogContext context, RecoveryCase recoveryCase, AccountRecord record, PolicyRuling.Permits? permits)
    {
        var registered = record.Methods.Select(method => method.Kind);
        return permits is not null && await Desks.Accounts.OfAsync(recoveryCase, context.Cancellation) is { } account
            ? registered.Union(Desks.Judge.Judge(record, account, permits.Methods, [], permits.Gates, context.Work.Now)
                .Where(method => method.Standing is MethodStanding.Counts).Select(method => method.Method.Kind))
            : registered;
    }

    private async Task<PolicyRuling> RuleAsync(DialogContext context, RecoveryCase recoveryCase, Operation operation) =>
        Desks.Policies.Rule(
            await Desks.Accounts.OfAsync(recoveryCase, context.Cancellation) ?? throw new DirectoryUnavailableException("the account is gone"), operation);

    private List<MethodWord> Choices(PolicyRuling.Permits permits) =>
        [.. permits.Methods.Intersect(Desks.Factors.Registrable).Where(Desks.Offered.Offers).Select(Methods.Word)];
}
