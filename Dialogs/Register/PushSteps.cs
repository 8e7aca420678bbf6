using ResetBot.Cards.Questions;
using ResetBot.Dialogs.Common;
using ResetBot.Dialogs.Waterfall;
using ResetBot.Recovery;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Challenges;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Pushes;
using ResetBot.Recovery.Registration;

namespace ResetBot.Dialogs.Register;

/// <summary>Registers another chat of the person, which answers there with a number that stands here, in the middle of registering.</summary>
internal sealed class PushSteps(Desks desks, MethodSteps methods)
{
    public const string Step = "push";

    /// <summary>Asks in the other chat, and shows the number.</summary>
    public async Task<StepResult> AskAsync(DialogContext context, RecoveryCase recoveryCase)
    {
        if (await desks.Pushes.RegistrableAsync(context.Work, recoveryCase, context.Cancellation) is not { } other)
        {
            context.Say(PushDesk.IsInChat(recoveryCase) ? "push.noOtherChat" : "push.chatOnly");
            return new StepResult.GoTo("choose");
        }

        var proposal = await desks.Registration.ProposeChatAsync(context.Work, recoveryCase, other, context.Cancellation);
        if (proposal is Proposal.AskedTooOften often)
        {
            context.Say("push.tooOften", context.Words.Moment(context.Local(often.Until)));
            return new StepResult.GoTo("choose");
        }

        if (proposal is not Proposal.Asked)
        {
            return MethodSteps.Explain(context, proposal, new StepResult.Wait());
        }

        if (await desks.Pushes.AskAsync(context.Work, recoveryCase, context.Cancellation) is not { } asked)
        {
            context.Say("push.noOtherChat");
            return new StepResult.GoTo("choose");
        }

        context.Ask(new PushWaitCard(asked.Channel, asked.Number, context.Local(asked.Until)), sensitive: true);
        context.WakeAt = asked.Until;
        return new StepResult.Wait();
    }

    /// <summary>Hears what was answered there, or that the person wants another method.</summary>
    public async Task<StepResult> HearAsync(DialogContext context, RecoveryCase recoveryCase)
    {
        // Answered: whether the news has come, or something else came first.
        if (recoveryCase.Proposed is { Kind: MethodKind.PushApproval, IsConfirmed: true })
        {
            return await methods.AdoptAsync(context, recoveryCase, MethodKind.PushApproval);
        }

        if (context.Event is { News: CaseNews.NotApproved } refused && refused.CaseId == recoveryCase.Id)
        {
            return Leave(context, "push.notGiven");
        }

        context.WakeAt = recoveryCase.Challenge?.ExpiresAt;
        if (context.Event is not null || context.Page is not null)
        {
            return new StepResult.Wait();
        }

        if (Answers.Is(context.Text, "word.other"))
        {
            ChallengeDesk.Void(context.Work, recoveryCase);
            context.WakeAt = null;
            context.SettleOver();
            return new StepResult.GoTo("choose");
        }

        return recoveryCase.Challenge is null ? Leave(context, "approval.late") : new StepResult.NotUnderstood();
    }

    /// <summary>The answer is still waited for.</summary>
    public static Task RemindAsync(DialogContext context, RecoveryCase recoveryCase)
    {
        context.WakeAt = recoveryCase.Challenge?.ExpiresAt;
        context.Say("approval.waiting");
        return Task.CompletedTask;
    }

    /// <summary>The time to answer is over, or not yet.</summary>
    public async Task<StepResult> WakeAsync(DialogContext context, RecoveryCase recoveryCase)
    {
        if (recoveryCase.Proposed is { Kind: MethodKind.PushApproval, IsConfirmed: true })
        {
            return await methods.AdoptAsync(context, recoveryCase, MethodKind.PushApproval);
        }

        if (recoveryCase.Challenge is { } challenge && challenge.ExpiresAt > context.Work.Now)
        {
            context.WakeAt = challenge.ExpiresAt;
            return new StepResult.Wait();
        }

        ChallengeDesk.Void(context.Work, recoveryCase);
        return Leave(context, "approval.late");
    }

    private static StepResult.GoTo Leave(DialogContext context, string sentence)
    {
        context.WakeAt = null;
        context.SettleOver();
        context.Say(sentence);
        return new StepResult.GoTo("choose");
    }
}
