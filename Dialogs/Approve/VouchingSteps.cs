using ResetBot.Cards.Questions;
using ResetBot.Dialogs.Common;
using ResetBot.Dialogs.Waterfall;
using ResetBot.Recovery;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Vouching;

namespace ResetBot.Dialogs.Approve;

/// <summary>Asks a person whether they want to vouch for somebody who named them, and shows for whom they do.</summary>
public sealed class VouchingSteps(Desks desks)
{
    public const string InvitedStep = "invited";

    public const string ListStep = "vouching";

    /// <summary>Asks about the oldest invitation; null when none waits.</summary>
    internal static async Task<StepResult?> AskInvitationAsync(DialogContext context, ApproveState state, Account colleague)
    {
        if (await VouchingDesk.WaitingAsync(context.Work, colleague.Id, context.Cancellation) is not { } invitation)
        {
            return null;
        }

        state.RequestId = invitation.Id;
        context.Ask(new InvitationCard(invitation.Name, context.Local(invitation.ExpiresAt)));
        return new StepResult.Wait();
    }

    /// <summary>The question was left alone; the invitation is good for longer.</summary>
    internal static Task<StepResult?> LeaveInvitationAsync(DialogContext context, ApproveState state)
    {
        context.SettleOver();
        context.Say("invitation.later");
        return Task.FromResult<StepResult?>(new StepResult.End(DialogResult.Done));
    }

    /// <summary>Hears whether they want to.</summary>
    internal async Task<StepResult> HearInvitationAsync(DialogContext context, ApproveState state, Account colleague)
    {
        if (Answers.Either(context.Text, "word.accept", "word.decline") is not { } accepts)
        {
            return new StepResult.NotUnderstood();
        }

        var answer = await desks.Vouching.AnswerAsync(context.Work, colleague, context.Actor, state.RequestId, accepts, context.Cancellation);
        context.Settle("answered.typed");
        state.Decided = true;
        switch (answer)
        {
            case InvitationAnswer.Accepted accepted:
                context.Say("invitation.accepted", accepted.Name);
                break;
            case InvitationAnswer.Declined declined:
                context.Say("invitation.declined", declined.Name);
                break;
            case InvitationAnswer.LinkedLately:
                context.Say("approve.notHere");
                return new StepResult.End(DialogResult.Failed);
            case InvitationAnswer.Refused refused:
                context.Say("invitation.refused", refused.Name);
                return new StepResult.End(DialogResult.Done);
            default:
                context.Say("invitation.gone");
                break;
        }

        return new StepResult.GoTo(ApproveDialog.FirstStep);
    }

    /// <summary>Shows for whom they vouch.</summary>
    internal async Task<StepResult> AskListAsync(DialogContext context, ApproveState state, Account colleague)
    {
        var people = await desks.Vouching.VouchesForAsync(context.Work, colleague.Id, context.Cancellation);
        if (people.Count == 0)
        {
            context.Say("vouching.nobody");
            return new StepResult.End(DialogResult.Done);
        }

        state.People = [.. people];
        context.Ask(new VouchingCard([.. people.Select(person => person.Name)]));
        return new StepResult.Wait();
    }

    /// <summary>Hears for whom they do not any more.</summary>
    internal async Task<StepResult> HearListAsync(DialogContext context, ApproveState state, Account colleague)
    {
        if (Answers.Is(context.Text, "word.done"))
        {
            context.SettleOver();
            return new StepResult.End(DialogResult.Done);
        }

        if (Answers.Index(context.Text, [.. state.People.Select(person => person.Name)]) is not { } index)
        {
            return new StepResult.NotUnderstood();
        }

        var person = state.People[index];
        context.Settle("answered.typed");
        if (await desks.Vouching.WithdrawAsync(context.Work, colleague.Id, context.Actor, person.Id, context.Cancellation))
        {
            context.Say("vouching.withdrawn", person.Name);
        }
        else if (await desks.Vouching.IsLinkedLatelyAsync(context.Work, context.Actor, context.Cancellation))
        {
            context.Say("approve.notHere");
        }

        return new StepResult.End(DialogResult.Done);
    }
}
