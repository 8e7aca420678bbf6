using ResetBot.Cards.Answers;
using ResetBot.Dialogs.Common;
using ResetBot.Dialogs.Waterfall;
using ResetBot.Recovery;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.SecurePages;

namespace ResetBot.Dialogs.Reset;

/// <summary>Resets a forgotten password: the gates in the chat, the new password on the secure page.</summary>
public sealed class ResetDialog(Desks desks, PageCards pages, Refusals refusals, CoolingSteps cooling)
    : GatedDialog<ResetState>(desks, refusals, Operation.Reset)
{
    public const string DialogName = "reset";

    public override string Name => DialogName;

    protected override IReadOnlyList<WaterfallStep<ResetState>> Steps =>
    [
        .. Gates,
        new(CoolingSteps.Step, (context, state) => CoolAsync(context, state, cooling.AskAsync), HearCoolAsync, Wake: WakeAsync),
        new("page", AskPageAsync, HearPageAsync, RemindPageAsync),
    ];

    private async Task<StepResult> CoolAsync(DialogContext context, ResetState state, Func<DialogContext, RecoveryCase, Task<StepResult?>> step)
    {
        var recoveryCase = await CaseAsync(context, state);
        return await step(context, recoveryCase) ?? await StopAsync(context, recoveryCase, Refusals.Of(context, new CaseStart.Stopped()));
    }

    private async Task<StepResult> HearCoolAsync(DialogContext context, ResetState state) =>
        Over(context, await CaseAsync(context, state)) ?? await CoolAsync(context, state, cooling.HearAsync);

    private async Task<StepResult?> WakeAsync(DialogContext context, ResetState state) => await cooling.WakeAsync(context, await CaseAsync(context, state));

    private async Task<StepResult> AskPageAsync(DialogContext context, ResetState state)
    {
        var recoveryCase = await CaseAsync(context, state);
        if (await ObstacleAsync(context, recoveryCase) is { } obstacle)
        {
            return obstacle;
        }

        await pages.AskAsync(context, recoveryCase, LinkPurpose.NewPassword);
        return new StepResult.Wait();
    }

    private async Task<StepResult> HearPageAsync(DialogContext context, ResetState state)
    {
        var recoveryCase = await CaseAsync(context, state);
        if (recoveryCase.Status == CaseStatus.Completed)
        {
            context.Settle("answered.typed");
            context.Show(new PasswordSetCard(AfterReset: true));
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
            return await StopAsync(context, recoveryCase, Refusals.Plain(context, "page.impossible", RefusalCodes.NoPermission, helpDesk));
        }

        return await PageCards.HearAsync(context, recoveryCase) ?? new StepResult.NotUnderstood();
    }
}
