using ResetBot.Cards.Questions;
using ResetBot.Dialogs.Common;
using ResetBot.Dialogs.Waterfall;
using ResetBot.Recovery;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Approvals;
using ResetBot.Recovery.Cases;

namespace ResetBot.Dialogs.Approve;

/// <summary>Asks a person about somebody else who named them, one question after another.</summary>
public sealed class ApproveDialog(Desks desks) : WaterfallDialog<ApproveState>
{
    public const string DialogName = "approve";

    public override string Name => DialogName;

    protected override IReadOnlyList<WaterfallStep<ApproveState>> Steps => [new("decide", AskAsync, HearAsync)];

    private async Task<StepResult> AskAsync(DialogContext context, ApproveState state)
    {
        if (await AccountAsync(context) is not { } approver
            || await ApprovalDesk.WaitingAsync(context.Work, approver.Id, context.Cancellation) is not { } request)
        {
            if (!state.Decided)
            {
                context.Say("approve.gone");
            }

            return new StepResult.End(DialogResult.Done);
        }

        state.RequestId = request.Id;
        context.Ask(new ApproveCard(request.Name, Wants(request.Operation), context.Local(request.ExpiresAt)));
        context.WakeAt = request.ExpiresAt;
        return new StepResult.Wait();
    }

    private async Task<StepResult> HearAsync(DialogContext context, ApproveState state)
    {
        if (context.Page is not null || context.Event is not null)
        {
            return new StepResult.Wait();
        }

        var declines = Answers.Is(context.Text, "word.decline");
        var number = declines ? null : Answers.Number(context.Text, ApprovalDesk.Digits);
        if (await AccountAsync(context) is not { } approver)
        {
            return new StepResult.End(DialogResult.Failed);
        }

        if (number is null && !declines)
        {
            var waiting = await ApprovalDesk.WaitingAsync(context.Work, approver.Id, context.Cancellation);
            context.Say("approve.shape", waiting?.Name ?? "");
            return new StepResult.Wait();
        }

        var reference = context.Conversation.Reference;
        var by = ($"{reference.Channel}/{reference.UserId}", context.Conversation.Key);
        var answer = await desks.Approvals.DecideAsync(context.Work, approver, by, state.RequestId, number, context.Cancellation);
        context.Settle("answered.typed");
        Tell(context, answer);
        state.Decided = true;
        return new StepResult.Again();
    }

    private static void Tell(DialogContext context, ApprovalAnswer answer)
    {
        switch (answer)
        {
            case ApprovalAnswer.Given given:
                context.Say("approve.given", given.Request.Name);
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
        _ => "reset",
    };

    private Task<Account?> AccountAsync(DialogContext context) =>
        desks.Directory.FindByObjectIdAsync(context.Conversation.Reference.ObjectId ?? "", context.Cancellation);
}
