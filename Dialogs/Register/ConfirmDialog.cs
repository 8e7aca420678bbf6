using ResetBot.Cards.Questions;
using ResetBot.Dialogs.Common;
using ResetBot.Dialogs.Waterfall;
using ResetBot.Recovery;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Registration;

namespace ResetBot.Dialogs.Register;

/// <summary>Shows people what they registered, and asks whether it is still right.</summary>
public sealed class ConfirmDialog(Desks desks, Refusals refusals) : WaterfallDialog<NoState>
{
    public const string DialogName = "confirm";

    public override string Name => DialogName;

    protected override IReadOnlyList<WaterfallStep<NoState>> Steps => [new("look", AskAsync, HearAsync)];

    private async Task<StepResult> AskAsync(DialogContext context, NoState state)
    {
        if (await AccountAsync(context) is not { } account)
        {
            context.Show(refusals.Plain(context, "refusal.unknownAccount", RefusalCodes.NotFound));
            return new StepResult.End(DialogResult.Failed);
        }

        var record = await AccountRecord.OfAsync(context.Work, account.Id, context.Cancellation);
        if (record.Methods.Count == 0)
        {
            context.Say("confirm.nothing");
            return new StepResult.End(DialogResult.Failed);
        }

        context.Ask(new ConfirmMethodsCard(Methods.Named(record.Methods)));
        return new StepResult.Wait();
    }

    private async Task<StepResult> HearAsync(DialogContext context, NoState state)
    {
        if (context.Result is { } result)
        {
            return new StepResult.End(result);
        }

        // What happened elsewhere meanwhile is for the question below.
        if (context.Page is not null || context.Event is not null)
        {
            return new StepResult.Wait();
        }

        var answer = Answers.Either(context.Text, "word.confirmYes", "word.confirmNo");
        if (answer == false)
        {
            context.Settle("answered.typed");
            return new StepResult.Begin(RegisterDialog.DialogName, new RegisterState());
        }

        if (answer is null)
        {
            return new StepResult.NotUnderstood();
        }

        return await ConfirmAsync(context);
    }

    private async Task<StepResult> ConfirmAsync(DialogContext context)
    {
        context.Settle("answered.typed");
        if (await AccountAsync(context) is not { } account)
        {
            context.Show(refusals.Plain(context, "refusal.unknownAccount", RefusalCodes.NotFound));
            return new StepResult.End(DialogResult.Failed);
        }

        var record = await AccountRecord.OfAsync(context.Work, account.Id, context.Cancellation);
        Reconfirmation.Confirm(context.Work, record, account.Id, context.Actor);
        context.Say("confirm.done");
        return new StepResult.End(DialogResult.Done);
    }

    private Task<Account?> AccountAsync(DialogContext context) =>
        desks.Directory.FindByObjectIdAsync(context.Conversation.Reference.ObjectId ?? "", context.Cancellation);
}
