using ResetBot.Cards.Answers;
using ResetBot.Cards.Questions;
using ResetBot.Dialogs.Common;
using ResetBot.Dialogs.Waterfall;
using ResetBot.Recovery;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Objections;

namespace ResetBot.Dialogs.NotMe;

/// <summary>Stops all recovery of the account of a person who says that something was not they, once they have seen what that means.</summary>
public sealed class NotMeDialog(Desks desks, Refusals refusals, DialogOptions options) : WaterfallDialog<NoState>
{
    public const string DialogName = "notMe";

    public override string Name => DialogName;

    protected override IReadOnlyList<WaterfallStep<NoState>> Steps => [new("confirm", AskAsync, HearAsync)];

    private static Task<StepResult> AskAsync(DialogContext context, NoState state)
    {
        context.Ask(new NotMeCard());
        return Task.FromResult<StepResult>(new StepResult.Wait());
    }

    private async Task<StepResult> HearAsync(DialogContext context, NoState state)
    {
        // What happened elsewhere meanwhile is for the question below.
        if (context.Page is not null || context.Event is not null)
        {
            return new StepResult.Wait();
        }

        var answer = Answers.Either(context.Text, "word.notMeYes", "word.notMeNo");
        if (answer == false)
        {
            context.Settle("answered.typed");
            context.Say("notMe.kept");
            return new StepResult.End(DialogResult.Failed);
        }

        if (answer is null)
        {
            return new StepResult.NotUnderstood();
        }

        context.Settle("answered.typed");
        return await StopAsync(context);
    }

    private async Task<StepResult> StopAsync(DialogContext context)
    {
        if (await desks.Directory.FindByObjectIdAsync(context.Conversation.Reference.ObjectId!, context.Cancellation) is not { } account)
        {
            context.Show(refusals.Plain(context, "refusal.unknownAccount", RefusalCodes.NotFound));
            return new StepResult.End(DialogResult.Failed);
        }

        var helpDesk = desks.Policies.HelpDeskOf(account) ?? options.Link;
        switch (await desks.Objections.ObjectAsync(context.Work, account, context.Actor, context.Cancellation))
        {
            case Objection.Stopped stopped:
                context.Show(new StoppedCard(Methods.Named(stopped.Removed), helpDesk, stopped.HelpDeskCase));
                return new StepResult.EndAll();
            default:
                context.Say("notMe.before");
                return new StepResult.EndAll();
        }
    }
}
