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
        if (await StartAsync(context, state, Operation.Change, refusals) is { } refused)
        {
            return refused;
        }

        await pages.AskAsync(context, await CaseAsync(context, state), LinkPurpose.ChangePassword);
        return new StepResult.Wait();
    }

    private async Task<StepResult> HearPageAsync(DialogContext context, ChangeState state)
    {
        var recoveryCase = await CaseAsync(context, state);
        if (recoveryCase.Status == CaseStatus.Completed)
        {
            context.Settle("answered.typed");
            context.Show(new PasswordSetCard(AfterReset: false));
            return new StepResult.End(DialogResult.Done);
        }

        if (Overruled(context) is { } overruled)
        {
            return overruled;
        }

        if (context.Page?.Result == PageResult.Refused || !recoveryCase.IsLive)
        {
            context.Settle("answered.closed");
            var helpDesk = await HelpDeskAsync(context, recoveryCase);
            return await StopAsync(context, recoveryCase, refusals.Plain(context, "page.refusedPassword", RefusalCodes.WrongPassword, helpDesk));
        }

        return await PageCards.HearAsync(context, recoveryCase) ?? new StepResult.NotUnderstood();
    }
}
