using ResetBot.Cards.Questions;
using ResetBot.Cards.Words;
using ResetBot.Dialogs.Common;
using ResetBot.Dialogs.Privacy;
using ResetBot.Dialogs.Turns;
using ResetBot.Dialogs.Waterfall;
using ResetBot.Recovery;
using ResetBot.Recovery.Cases;

namespace ResetBot.Dialogs.Move;

/// <summary>Goes on here, where the channel knows who the person is, with a case that they began where nobody knew them, or in another chat.</summary>
public sealed class MoveDialog(Desks desks, Refusals refusals, IConversationsOfPeople conversations) : WaterfallDialog<MoveState>
{
    public const string DialogName = "move";

    public override string Name => DialogName;

    protected override IReadOnlyList<WaterfallStep<MoveState>> Steps =>
    [
        new("number", AskNumberAsync, HearNumberAsync),
        new("goOn", GoOnAsync, (context, _) => Task.FromResult<StepResult>(new StepResult.End(context.Result ?? DialogResult.Failed))),
    ];

    private async Task<StepResult> AskNumberAsync(DialogContext context, MoveState state)
    {
        if (!context.IsRepeating)
        {
            state.Offered = await OfferAsync(context);
        }

        context.Ask(new EnterMoveNumberCard());
        return new StepResult.Wait();
    }

    private async Task<StepResult> HearNumberAsync(DialogContext context, MoveState state)
    {
        if (Answers.Number(context.Text, CaseMoves.Digits) is not { } number)
        {
            context.Say("move.shape");
            return new StepResult.Wait();
        }

        var to = CaseRequests.Of(context, Operation.Reset);
        switch (await desks.Moves.TakeAsync(context.Work, to, number, state.Offered, context.Cancellation))
        {
            case CaseMove.Moved moved:
                state.Taken = await TakeAsync(context, moved);
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

    // Where nothing is under way with it any more, there is nothing to go on with: it is left alone, and expires.
    private static Task<StepResult> GoOnAsync(DialogContext context, MoveState state) => Task.FromResult<StepResult>(
        state.Taken is { } taken ? new StepResult.Begin(taken.Dialog, taken.State) : new StepResult.End(DialogResult.Failed));

    // The number stands where the case is, so that whoever asks for it here has to see that chat too.
    private async Task<string?> OfferAsync(DialogContext context)
    {
        foreach (var key in conversations.Of(context.Conversation.Reference.ObjectId ?? ""))
        {
            if (await context.Work.FindAsync<Conversation>(key, context.Cancellation) is { Gone: false } other
                && other.Owner == context.Conversation.Owner
                && other.Reference.Channel != context.Conversation.Reference.Channel
                && CaseIn(other) is { } caseId
                && await desks.Moves.OfferAsync(context.Work, CaseRequests.Of(context, Operation.Reset), key, caseId, context.Cancellation) is { } number)
            {
                context.Tell(other, "move.offer", WordBook.For(other.Language).Say("at." + context.Conversation.Reference.Channel), number);
                return caseId;
            }
        }

        return null;
    }

    private static string? CaseIn(Conversation other) => other.Stack.Select(frame => frame.State.Text(nameof(CaseState.CaseId))).FirstOrDefault(id => id?.Length > 0);

    private static async Task TellPagesAsync(DialogContext context, IReadOnlyList<RecoveryCase> closed)
    {
        foreach (var stays in closed)
        {
            if (await context.Work.FindAsync<Conversation>(stays.Conversation, context.Cancellation) is { } page)
            {
                context.Tell(page, page.Owner is null ? "move.stays" : "move.staysChat");
            }
        }
    }

    private static async Task<DialogFrame?> TakeAsync(DialogContext context, CaseMove.Moved moved)
    {
        context.Settle("answered.typed");
        context.Say("move.done");
        if (await context.Work.FindAsync<Conversation>(moved.From, context.Cancellation) is not { } before)
        {
            return null;
        }

        var taken = before.Stack.Find(frame => frame.State.Text(nameof(CaseState.CaseId)) == moved.Case.Id);
        context.TakeFrom(before, before.Owner is null ? "move.taken" : "move.takenChat");
        return taken;
    }
}
