using ResetBot.Cards.Answers;
using ResetBot.Dialogs.Common;
using ResetBot.Dialogs.Waterfall;
using ResetBot.Recovery;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Challenges;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.RecoveryCodes;
using ResetBot.Recovery.Registration;
using ResetBot.Recovery.Secrets;
using ResetBot.Recovery.SecurePages;

namespace ResetBot.Dialogs.Register;

/// <summary>What registering has in common, whichever the method: proposing it, confirming it, and telling that it counts.</summary>
public sealed class MethodSteps(Desks desks, RecoveryCodeSetup codes, PageCards pages)
{
    /// <summary>Proposes what the person typed; next comes the code.</summary>
    public async Task<StepResult> ProposeAsync(DialogContext context, RecoveryCase recoveryCase, MethodKind kind)
    {
        var account = await desks.Accounts.PresentAsync(recoveryCase, context.Cancellation);
        var work = context.Work;
        var proposal = kind switch
        {
            MethodKind.Email => await desks.Registration.ProposeEmailAsync(work, recoveryCase, account, context.Text, context.Cancellation),
            MethodKind.Sms or MethodKind.VoiceMobile =>
                await desks.Registration.ProposeMobileAsync(work, recoveryCase, kind, context.Text, context.Cancellation),
            MethodKind.Authenticator => await desks.Registration.ProposeAuthenticatorAsync(work, recoveryCase, context.Cancellation),
            MethodKind.Passkey or MethodKind.SecurityQuestions => RegistrationDesk.ProposeOnPage(work, recoveryCase, kind),
            MethodKind.RecoveryCodes => codes.Propose(work, recoveryCase),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "cannot be registered"),
        };
        return Explain(context, proposal, new StepResult.Next());
    }

    /// <summary>The step in which a method of this kind is set up.</summary>
    public static string StepOf(MethodKind kind) => kind switch
    {
        MethodKind.Authenticator or MethodKind.Passkey or MethodKind.RecoveryCodes or MethodKind.SecurityQuestions => "setup",
        MethodKind.ColleagueVouching => ColleagueSteps.Step,
        MethodKind.PushApproval => PushSteps.Step,
        _ => "destination",
    };

    /// <summary>On which page a method of this kind is set up.</summary>
    public static LinkPurpose PageOf(MethodKind kind) => kind switch
    {
        MethodKind.Authenticator => LinkPurpose.AuthenticatorSetup,
        MethodKind.Passkey => LinkPurpose.PasskeySetup,
        MethodKind.RecoveryCodes => LinkPurpose.RecoveryCodes,
        MethodKind.SecurityQuestions => LinkPurpose.SecurityQuestionSetup,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "is set up in the chat"),
    };

    /// <summary>Sends the person to the page on which the method is set up.</summary>
    public async Task<StepResult> AskSetupAsync(DialogContext context, RecoveryCase recoveryCase, MethodKind kind)
    {
        var wants = await ProposeAsync(context, recoveryCase, kind);
        if (wants is not StepResult.Next)
        {
            return wants;
        }

        await pages.AskAsync(context, recoveryCase, PageOf(kind));
        return new StepResult.Wait();
    }

    /// <summary>Hears what became of the page. A code of an app can be typed in the chat too.</summary>
    public async Task<StepResult> HearSetupAsync(DialogContext context, RecoveryCase recoveryCase, MethodKind kind)
    {
        if (Answers.Is(context.Text, "word.other") || Answers.Is(context.Text, "word.lostPhone"))
        {
            await LinkDesk.VoidAsync(context.Work, recoveryCase, context.Cancellation);
            context.SettleOver();
            return new StepResult.GoTo("choose");
        }

        if (context.Page is { Result: PageResult.Done } done && done.LinkKey == recoveryCase.LinkKey)
        {
            context.Settle("answered.typed");
            await ShowAddedAsync(context, recoveryCase, kind);
            return new StepResult.GoTo("choose");
        }

        if (context.Page is { Result: PageResult.Refused } refused && refused.LinkKey == recoveryCase.LinkKey)
        {
            context.SettleOver();
            context.Say("register.stopped");
            return new StepResult.GoTo("choose");
        }

        return await PageCards.HearAsync(context, recoveryCase)
            ?? (kind == MethodKind.Authenticator ? await ConfirmAsync(context, recoveryCase, digits: 6) : new StepResult.NotUnderstood());
    }

    /// <summary>Sends another code to the proposed destination.</summary>
    public async Task<StepResult> ResendAsync(DialogContext context, RecoveryCase recoveryCase)
    {
        if (await desks.Registration.AskAgainAsync(context.Work, recoveryCase, context.Cancellation) is not { } proposal)
        {
            return new StepResult.GoTo("choose");
        }

        if (proposal is Proposal.Asked)
        {
            context.Say("code.resent");
        }

        return Explain(context, proposal, new StepResult.Again());
    }

    /// <summary>Takes the code that was typed in the chat; a right one registers the method.</summary>
    public async Task<StepResult> ConfirmAsync(DialogContext context, RecoveryCase recoveryCase, int digits)
    {
        if (Answers.Code(context.Text, digits) is not { } typed)
        {
            return CodeAnswers.HasNone(context, digits);
        }

        using var code = new OneTimeCode(typed);
        var answer = await desks.Challenges.AnswerAsync(context.Work, recoveryCase, code, context.Cancellation);
        return answer is ChallengeAnswer.Right right
            ? await AdoptAsync(context, recoveryCase, right.Challenge.Kind)
            : CodeAnswers.NotRight(context, answer, new StepResult.GoTo("finish"));
    }

    /// <summary>Tells that the method of this kind is registered, and from when it counts.</summary>
    public static async Task ShowAddedAsync(DialogContext context, RecoveryCase recoveryCase, MethodKind kind)
    {
        var record = await AccountRecord.OfAsync(context.Work, recoveryCase.Account, context.Cancellation);
        if (record.Find(kind) is { } method)
        {
            DateTimeOffset? later = method.CountsFrom > context.Work.Now ? context.Local(method.CountsFrom) : null;
            context.Show(new MethodAddedCard(Methods.Word(kind), method.Masked, later));
        }
    }

    /// <summary>Registers the method whose owner confirmed it.</summary>
    internal async Task<StepResult> AdoptAsync(DialogContext context, RecoveryCase recoveryCase, MethodKind kind)
    {
        var account = await desks.Accounts.PresentAsync(recoveryCase, context.Cancellation);
        if (await desks.Registration.AdoptAsync(context.Work, recoveryCase, account, context.Cancellation) is null)
        {
            context.Say("code.tooLate");
            return new StepResult.GoTo("choose");
        }

        await LinkDesk.VoidAsync(context.Work, recoveryCase, context.Cancellation);
        context.Settle("answered.typed");
        await ShowAddedAsync(context, recoveryCase, kind);
        return new StepResult.GoTo("choose");
    }

    /// <summary>Says why what was proposed is not asked for now.</summary>
    internal static StepResult Explain(DialogContext context, Proposal proposal, StepResult whenAsked)
    {
        switch (proposal)
        {
            case Proposal.Asked or Proposal.MadeOnPage:
                return whenAsked;
            case Proposal.NotAnAddress:
                context.Say("destination.notAnAddress");
                return new StepResult.Wait();
            case Proposal.DependsOnAccount:
                context.Say("destination.dependsOnAccount");
                return new StepResult.Wait();
            case Proposal.NotAMobileNumber:
                context.Say("destination.notANumber");
                return new StepResult.Wait();
            case Proposal.AlreadyRegistered:
                context.Say("destination.already");
                return new StepResult.GoTo("choose");
            case Proposal.SendsPaused paused:
                context.Say("code.sendsPaused", context.Words.Moment(context.Local(paused.Until)));
                return new StepResult.GoTo("choose");
            case Proposal.CapReached reached:
                CostWords.Refuse(context, reached.Until);
                return new StepResult.GoTo("choose");
            case Proposal.Paused paused:
                context.Say("code.methodPaused", context.Words.Moment(context.Local(paused.Until)));
                return new StepResult.GoTo("choose");
            default:
                throw new ArgumentOutOfRangeException(nameof(proposal), proposal.GetType().Name, "no such outcome");
        }
    }
}
