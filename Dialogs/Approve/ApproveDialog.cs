using ResetBot.Cards.Questions;
using ResetBot.Dialogs.Common;
using ResetBot.Dialogs.Waterfall;
using ResetBot.Recovery;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Approvals;
using ResetBot.Recovery.Cases;

namespace ResetBot.Dialogs.Approve;

/// <summary>Asks a person about others who named them, one question and one invitation after another, and shows for whom they vouch.</summary>
public sealed class ApproveDialog(Desks desks, VouchingSteps vouching) : WaterfallDialog<ApproveState>
{
    public const string DialogName = "approve";

    internal const string FirstStep = "decide";

    public override string Name => DialogName;

    protected override IReadOnlyList<WaterfallStep<ApproveState>> Steps =>
    [
        new(FirstStep, AskAsync, Heard(DecideAsync)),
        new(VouchingSteps.InvitedStep, AskInvitedAsync, Heard(vouching.HearInvitationAsync), Wake: VouchingSteps.LeaveInvitationAsync),
        new(VouchingSteps.ListStep, AskListAsync, Heard(vouching.HearListAsync)),
    ];

    private async Task<StepResult> AskAsync(DialogContext context, ApproveState state)
    {
        if (await AccountAsync(context) is { } approver
            && await ApprovalDesk.WaitingAsync(context.Work, approver.Id, context.Cancellation) is { } request)
        {
            state.RequestId = request.Id;
            context.Ask(new ApproveCard(request.Name, Wants(request.Operation), context.Local(request.ExpiresAt)));
            context.WakeAt = request.ExpiresAt;
            return new StepResult.Wait();
        }

        return new StepResult.GoTo(VouchingSteps.InvitedStep);
    }

    private async Task<StepResult> AskInvitedAsync(DialogContext context, ApproveState state)
    {
        if (await AccountAsync(context) is { } colleague && await VouchingSteps.AskInvitationAsync(context, state, colleague) is { } asks)
        {
            return asks;
        }

        if (state.ShowsVouching)
        {
            return new StepResult.GoTo(VouchingSteps.ListStep);
        }

        if (!state.Decided)
        {
            context.Say("approve.gone");
        }

        return new StepResult.End(DialogResult.Done);
    }

    private async Task<StepResult> AskListAsync(DialogContext context, ApproveState state) =>
        await AccountAsync(context) is { } colleague ? await vouching.AskListAsync(context, state, colleague) : new StepResult.End(DialogResult.Failed);

    // What happened elsewhere meanwhile is for the question below.
    private Func<DialogContext, ApproveState, Task<StepResult>> Heard(Func<DialogContext, ApproveState, Account, Task<StepResult>> hear) =>
        async (context, state) =>
        {
            if (context.Page is not null || context.Event is not null)
            {
                return new StepResult.Wait();
            }

            return await AccountAsync(context) is { } approver ? await hear(context, state, approver) : new StepResult.End(DialogResult.Failed);
        };

    private async Task<StepResult> DecideAsync(DialogContext context, ApproveState state, Account approver)
    {
        var declines = Answers.Is(context.Text, "word.decline");
        var number = declines ? null : Answers.Number(context.Text, ApprovalDesk.Digits);
        if (number is null && !declines)
        {
            var waiting = await ApprovalDesk.WaitingAsync(context.Work, approver.Id, context.Cancellation);
            context.Say("approve.shape", waiting?.Name ?? "");
            return new StepResult.Wait();
        }

        var by = (context.Conversation.Reference.Person, context.Conversation.Key);
        var answer = await desks.Approvals.DecideAsync(context.Work, approver, by, state.RequestId, number, context.Cancellation);
        context.Settle("answered.typed");
        Tell(context, answer);
        if (answer is ApprovalAnswer.LinkedLately)
        {
            return new StepResult.End(DialogResult.Failed);
        }

        state.Decided = true;
        return new StepResult.Again();
    }

    private static void Tell(DialogContext context, ApprovalAnswer answer)
    {
        switch (answer)
        {
            case ApprovalAnswer.Given { Left: > 0 } given:
                context.Say("approve.counted", given.Request.Name, given.Left);
                break;
            case ApprovalAnswer.Given given:
                context.Say("approve.given", given.Request.Name);
                break;
            case ApprovalAnswer.LinkedLately:
                context.Say("approve.notHere");
                break;
            case ApprovalAnswer.Declined declined:
                context.Say("approve.declined", declined.Request.Name);
                break;
            case ApprovalAnswer.WrongNumber wrong:
                context.Say("approve.wrong", wrong.Request.Name);
                break;
            case ApprovalAnswer.Refused refused:
                context.Say("approve.refused", refused.Request.Name);
                break;
            default:
                context.Say("approve.gone");
                break;
        }
    }

    private static string Wants(Operation operation) => operation switch
    {
        Operation.Unlock => "unlock",
        Operation.Register => "register",
        Operation.Privacy => "privacy",
        Operation.Link => "link",
        _ => "reset",
    };

    private Task<Account?> AccountAsync(DialogContext context) =>
        desks.Directory.FindByObjectIdAsync(context.Conversation.Reference.ObjectId ?? "", context.Cancellation);
}
