using ResetBot.Dialogs.Prove;
using ResetBot.Dialogs.Waterfall;
using ResetBot.Recovery;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.SecurePages;

namespace ResetBot.Dialogs.Common;

/// <summary>
/// A dialog whose operation stands behind one factor that is known already: the current password, or a method. Whom no channel knows passes the gates
/// of a reset instead.
/// </summary>
/// <typeparam name="TState">What the dialog keeps.</typeparam>
public abstract class OneFactorDialog<TState>(Desks desks, PageCards pages, Refusals refusals, Operation operation)
    : GatedDialog<TState>(desks, refusals, operation)
    where TState : CaseState, new()
{
    /// <summary>The first steps of such a dialog.</summary>
    protected IReadOnlyList<WaterfallStep<TState>> Factor => [.. Gates, new("password", AskPasswordAsync, HearPasswordAsync, RemindPageAsync)];

    protected PageCards Pages { get; } = pages;

    protected override bool AsksGates(RecoveryCase recoveryCase) => recoveryCase.BelongsToBrowser || recoveryCase.GatesRequired > 1;

    private async Task<StepResult> AskPasswordAsync(DialogContext context, TState state)
    {
        var recoveryCase = await CaseAsync(context, state);
        if (recoveryCase.Status == CaseStatus.Proved)
        {
            return new StepResult.Next();
        }

        await Pages.AskAsync(context, recoveryCase, LinkPurpose.CurrentPassword, await HasMethodAsync(context, recoveryCase));
        return new StepResult.Wait();
    }

    private async Task<StepResult> HearPasswordAsync(DialogContext context, TState state)
    {
        var recoveryCase = await CaseAsync(context, state);
        if (recoveryCase.Status == CaseStatus.Proved)
        {
            context.Settle("answered.typed");
            context.Say("page.confirmed");
            return new StepResult.Next();
        }

        // The methods led nowhere. Where that took too long, the case is over, and was said to be.
        if (context.Result is not null)
        {
            return recoveryCase.IsOpen(context.Work.Now) ? new StepResult.Again() : new StepResult.End(DialogResult.Failed);
        }

        // Whoever does not know the password, or does not want to type it here, shows who they are by a method instead.
        if (context.Page is null && Answers.Is(context.Text, "word.other") && await HasMethodAsync(context, recoveryCase))
        {
            await LinkDesk.VoidAsync(context.Work, recoveryCase, context.Cancellation);
            context.SettleOver();
            return new StepResult.Begin(ProveDialog.DialogName, new ProveState { CaseId = state.CaseId });
        }

        if (context.Page?.Result == PageResult.Refused || !recoveryCase.IsLive)
        {
            context.SettleOver();
            var helpDesk = await HelpDeskAsync(context, recoveryCase);
            return await StopAsync(context, recoveryCase, Refusals.Plain(context, "page.refusedPassword", RefusalCodes.WrongPassword, helpDesk));
        }

        return await PageCards.HearAsync(context, recoveryCase) ?? new StepResult.NotUnderstood();
    }

    /// <summary>Whether there is a method that could prove the person now.</summary>
    protected async Task<bool> HasMethodAsync(DialogContext context, RecoveryCase recoveryCase) =>
        (await UsableMethods.OfAsync(Desks, context, new ProveState(), recoveryCase)).Usable.Count > 0;
}
