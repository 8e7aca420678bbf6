using ResetBot.Cards.Questions;
using ResetBot.Dialogs.Common;
using ResetBot.Dialogs.Waterfall;
using ResetBot.Recovery;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Pushes;

namespace ResetBot.Dialogs.Push;

/// <summary>Asks a person whether it is they who recover their account in another chat, or on the web page.</summary>
public sealed class PushDialog(Desks desks) : WaterfallDialog<PushState>
{
    public const string DialogName = "push";

    public override string Name => DialogName;

    protected override IReadOnlyList<WaterfallStep<PushState>> Steps => [new("decide", AskAsync, HearAsync, Wake: LeaveAsync)];

    private static async Task<StepResult> AskAsync(DialogContext context, PushState state)
    {
        if (!await PushDesk.IsWaitingAsync(context.Work, By(context), state.CaseId, context.Cancellation))
        {
            // Asked again it cannot end here: it does as soon as the timer comes round.
            context.Say("push.gone");
            context.WakeAt = context.IsRepeating ? context.Work.Now : null;
            return new StepResult.End(DialogResult.Failed);
        }

        context.Ask(new PushCard(Wants(state.Operation), state.Place, context.Local(state.Until)));
        context.WakeAt = state.Until;
        return new StepResult.Wait();
    }

    private async Task<StepResult> HearAsync(DialogContext context, PushState state)
    {
        context.WakeAt = state.Until;

        // What happened elsewhere meanwhile is for the question below.
        if (context.Page is not null || context.Event is not null)
        {
            return new StepResult.Wait();
        }

        if (!await PushDesk.IsWaitingAsync(context.Work, By(context), state.CaseId, context.Cancellation))
        {
            context.WakeAt = null;
            context.SettleOver();
            context.Say("push.gone");
            return new StepResult.End(DialogResult.Failed);
        }

        var declines = Answers.Is(context.Text, "word.decline");
        var number = declines ? null : Answers.Number(context.Text, PushDesk.Digits);
        if (number is null && !declines)
        {
            context.Say("push.shape", context.Words.Say("at." + state.Place));
            return new StepResult.Wait();
        }

        context.WakeAt = null;
        var account = await desks.Directory.FindByObjectIdAsync(context.Conversation.Reference.ObjectId ?? "", context.Cancellation);
        var answer = account is null
            ? PushAnswer.Gone
            : await desks.Pushes.DecideAsync(context.Work, account.Id, By(context), state.CaseId, number, context.Cancellation);
        context.Settle("answered.typed");
        context.Say(Sentence(answer), context.Words.Say("at." + state.Place));
        return new StepResult.End(DialogResult.Done);
    }

    private static Task<StepResult?> LeaveAsync(DialogContext context, PushState state)
    {
        context.Settle("answered.expired");
        return Task.FromResult<StepResult?>(new StepResult.End(DialogResult.Failed));
    }

    private static string Sentence(PushAnswer answer) => answer switch
    {
        PushAnswer.Given => "push.given",
        PushAnswer.Declined => "push.declined",
        PushAnswer.WrongNumber => "push.wrong",
        _ => "push.gone",
    };

    private static string Wants(Operation operation) => operation switch
    {
        Operation.Unlock => "unlock",
        Operation.Change => "change",
        Operation.Register => "register",
        Operation.Privacy => "privacy",
        Operation.Link => "link",
        _ => "reset",
    };

    private static (string Person, string Conversation) By(DialogContext context) =>
        (context.Conversation.Reference.Person, context.Conversation.Key);
}
