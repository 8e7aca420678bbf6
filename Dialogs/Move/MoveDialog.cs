using ResetBot.Cards.Questions;
using ResetBot.Dialogs.Change;
using ResetBot.Dialogs.Common;
using ResetBot.Dialogs.Reset;
using ResetBot.Dialogs.Turns;
using ResetBot.Dialogs.Unlock;
using ResetBot.Dialogs.Waterfall;
using ResetBot.Recovery;
using ResetBot.Recovery.Cases;

namespace ResetBot.Dialogs.Move;

/// <summary>Goes on here, where the channel knows who the person is, with a case that they began where nobody knew them.</summary>
public sealed class MoveDialog(Desks desks, Refusals refusals) : WaterfallDialog<MoveState>
{
    public const string DialogName = "move";

    public override string Name => DialogName;

    protected override IReadOnlyList<WaterfallStep<MoveState>> Steps =>
    [
        new("number", AskNumberAsync, HearNumberAsync),
        new("goOn", GoOnAsync, (context, _) => Task.FromResult<StepResult>(new StepResult.End(context.Result ?? DialogResult.Failed))),
    ];

    private static Task<StepResult> AskNumberAsync(DialogContext context, MoveState state)
    {
        context.Ask(new EnterMoveNumberCard());
        return Task.FromResult<StepResult>(new StepResult.Wait());
    }

    private async Task<StepResult> HearNumberAsync(DialogContext context, MoveState state)
    {
        if (Answers.Number(context.Text, CaseMoves.Digits) is not { } number)
        {
            context.Say("move.shape");
            return new StepResult.Wait();
        }

        var to = CaseRequests.Of(context, Operation.Reset);
        switch (await desks.Moves.TakeAsync(context.Work, to, number, context.Cancellation))
        {
            case CaseMove.Moved moved:
                state.CaseId = moved.Case.Id;
                state.Operation = moved.Case.Operation;
                await TakeAsync(context, moved);
                return new StepResult.Next();
            case CaseMove.AtWork:
                context.Say("page.stillAsking");
                return new StepResult.Wait();
            case CaseMove.Obstructed obstructed:
                context.Settle("answered.typed");
                context.Show(refusals.Of(context, obstructed.Why));
                return new StepResult.End(DialogResult.Failed);
            case CaseMove.TooManyWrong tooMany:
                context.Settle("answered.typed");
                await TellPagesAsync(context, tooMany.Closed);
                context.Say("move.closed");
                return new StepResult.End(DialogResult.Failed);
            case CaseMove.WrongNumber when ++state.Wrong < CaseMoves.MostWrong:
                context.Say("move.wrong");
                return new StepResult.Wait();
            case CaseMove.WrongNumber:
                context.Settle("answered.typed");
                context.Say("move.giveUp");
                return new StepResult.End(DialogResult.Failed);
            default:
                throw new InvalidOperationException("unknown outcome");
        }
    }

    private static Task<StepResult> GoOnAsync(DialogContext context, MoveState state) => Task.FromResult<StepResult>(state.Operation switch
    {
        Operation.Reset => new StepResult.Begin(ResetDialog.DialogName, new ResetState { CaseId = state.CaseId }),
        Operation.Unlock => new StepResult.Begin(UnlockDialog.DialogName, new UnlockState { CaseId = state.CaseId }),
        Operation.Change => new StepResult.Begin(ChangeDialog.DialogName, new ChangeState { CaseId = state.CaseId }),
        _ => throw new InvalidOperationException($"A case for {state.Operation} does not begin on the web page."),
    });

    private static async Task TellPagesAsync(DialogContext context, IReadOnlyList<RecoveryCase> closed)
    {
        foreach (var stays in closed)
        {
            if (await context.Work.FindAsync<Conversation>(stays.Conversation, context.Cancellation) is { } page)
            {
                context.Tell(page, "move.stays");
            }
        }
    }

    private static async Task TakeAsync(DialogContext context, CaseMove.Moved moved)
    {
        context.Settle("answered.typed");
        context.Say("move.done");
        if (await context.Work.FindAsync<Conversation>(moved.From, context.Cancellation) is { } before)
        {
            context.TakeFrom(before, "move.taken");
        }
    }
}
