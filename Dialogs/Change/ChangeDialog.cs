using ResetBot.Cards.Answers;
using ResetBot.Dialogs.Common;
using ResetBot.Dialogs.Waterfall;
using ResetBot.Recovery;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.SecurePages;

namespace ResetBot.Dialogs.Change;

/// <summary>Replaces a password that the person knows, also one that has expired: both are typed on the secure page, and the old one is the proof.</summary>
public sealed class ChangeDialog(Desks desks, PageCards pages, Refusals refusals) : CaseDialog<ChangeState>(desks)
{
    public const string DialogName = "change";

    public override string Name => DialogName;

    protected override IReadOnlyList<WaterfallStep<ChangeState>> Steps => [new("page", AskPageAsync, HearPageAsync, RemindPageAsync)];

    private async Task<StepResult> AskPageAsync(DialogContext context, ChangeState state)
    {
        if (state.CaseId.Length == 0 && await StartAsync(context, state, Operation.Change) is { } obstacle)
        {
            context.Show(refusals.Of(context, obstacle));
            return new StepResult.End(DialogResult.Failed);
        }

        await pages.AskAsync(context, await CaseAsync(context, state), LinkPurpose.ChangePassword);
        return new StepResult.Wait();
    }

    private static Task RemindPageAsync(DialogContext context, ChangeState state)
    {
        context.Say("page.waiting");
        return Task.CompletedTask;
    }

    private async Task<StepResult> HearPageAsync(DialogContext context, ChangeState state)
    {
        var recoveryCase = await CaseAsync(context, state);
        if (recoveryCase.Status == CaseStatus.Completed)
        {
            context.Settle("answered.typed");
            context.Show(new ChangeDoneCard());
            return new StepResult.End(DialogResult.Done);
        }

        if (Overruled(context) is { } overruled)
        {
            return overruled;
        }

        if (context.Page?.Result == PageResult.Refused || !recoveryCase.IsLive)
        {
            context.Settle("answered.closed");
            await CloseAsync(context, recoveryCase, CaseStatus.Cancelled);
            context.Show(refusals.Plain(context, "page.refusedPassword", RefusalCodes.WrongPassword, await HelpDeskAsync(context, recoveryCase)));
            return new StepResult.End(DialogResult.Failed);
        }

        return await PageCards.HearAsync(context, recoveryCase) ?? new StepResult.NotUnderstood();
    }
}
