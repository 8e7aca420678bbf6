using ResetBot.Cards.Answers;
using ResetBot.Dialogs.Common;
using ResetBot.Dialogs.Waterfall;
using ResetBot.Recovery;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.SecurePages;

namespace ResetBot.Dialogs.Change;

/// <summary>
/// Replaces a password that the person knows, also one that has expired: both are typed on the secure page, and the old one is the proof. Whom no
/// channel knows passes a gate before: otherwise everybody could guess at everybody's password, and lock them out.
/// </summary>
public sealed class ChangeDialog(Desks desks, PageCards pages, Refusals refusals) : GatedDialog<ChangeState>(desks, refusals, Operation.Change)
{
    public const string DialogName = "change";

    public override string Name => DialogName;

    protected override IReadOnlyList<WaterfallStep<ChangeState>> Steps => [.. Gates, new("page", AskPageAsync, HearPageAsync, RemindPageAsync)];

    protected override bool AsksGates(RecoveryCase recoveryCase) => recoveryCase.BelongsToBrowser;

    private async Task<StepResult> AskPageAsync(DialogContext context, ChangeState state)
    {
        var recoveryCase = await CaseAsync(context, state);
        if (await ObstacleAsync(context, recoveryCase) is { } obstacle)
        {
            return obstacle;
        }

        await pages.AskAsync(context, recoveryCase, LinkPurpose.ChangePassword);
        return new StepResult.Wait();
    }

    private async Task<StepResult> HearPageAsync(DialogContext context, ChangeState state)
    {
        var recoveryCase = await CaseAsync(context, state);
        if (recoveryCase.Status == CaseStatus.Completed)
        {
            context.Settle("answered.typed");
            context.Show(new PasswordSetCard(AfterReset: false));
            await RemindToConfirmAsync(context, recoveryCase);
            return new StepResult.End(DialogResult.Done);
        }

        if (Overruled(context) is { } overruled)
        {
            return overruled;
        }

        if (context.Page?.Result == PageResult.Refused || !recoveryCase.IsLive)
        {
            context.SettleOver();
            var helpDesk = await HelpDeskAsync(context, recoveryCase);
            return await StopAsync(context, recoveryCase, Refusals.Plain(context, "page.refusedPassword", RefusalCodes.WrongPassword, helpDesk));
        }

        return await PageCards.HearAsync(context, recoveryCase) ?? new StepResult.NotUnderstood();
    }
}
