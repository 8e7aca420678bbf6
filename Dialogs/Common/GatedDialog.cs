using ResetBot.Cards.Questions;
using ResetBot.Dialogs.Prove;
using ResetBot.Dialogs.Waterfall;
using ResetBot.Recovery;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Limits;

namespace ResetBot.Dialogs.Common;

/// <summary>A dialog whose operation stands behind gates: it asks whose account it is where nobody knows, and takes the person through them.</summary>
/// <typeparam name="TState">What the dialog keeps.</typeparam>
public abstract class GatedDialog<TState>(Desks desks, Refusals refusals, Operation operation) : CaseDialog<TState>(desks)
    where TState : CaseState, new()
{
    /// <summary>The first steps of such a dialog.</summary>
    protected IReadOnlyList<WaterfallStep<TState>> Gates =>
    [
        new(AccountNames.Step, AskNameAsync, HearNameAsync),
        new("prove", AskProofAsync, HearProofAsync),
    ];

    protected Refusals Refusals { get; } = refusals;

    // A channel that knows who somebody is does not ask; nor is asked again what was begun elsewhere.
    private static Task<StepResult> AskNameAsync(DialogContext context, TState state)
    {
        if (context.KnowsPerson || state.CaseId.Length > 0)
        {
            return Task.FromResult<StepResult>(new StepResult.Next());
        }

        context.Ask(new NameAccountCard());
        return Task.FromResult<StepResult>(new StepResult.Wait());
    }

    private async Task<StepResult> HearNameAsync(DialogContext context, TState state)
    {
        if (TypedName.Normal(context.Text).Length is 0 or > TypedName.Longest)
        {
            context.Say("name.shape");
            return new StepResult.Wait();
        }

        if (await StartAsync(context, state, operation, Refusals, context.Text) is { } refused)
        {
            return refused;
        }

        context.Settle("answered.typed");
        return new StepResult.Next();
    }

    private async Task<StepResult> AskProofAsync(DialogContext context, TState state)
    {
        if (await StartAsync(context, state, operation, Refusals) is { } refused)
        {
            return refused;
        }

        return AsksGates(await CaseAsync(context, state))
            ? new StepResult.Begin(ProveDialog.DialogName, new ProveState { CaseId = state.CaseId })
            : new StepResult.Next();
    }

    /// <summary>Whether a case of this dialog has gates to pass in the chat.</summary>
    protected virtual bool AsksGates(RecoveryCase recoveryCase) => true;

    /// <summary>
    /// What a step wants when something stands in the way that could not be told before the gates, which it says: whom no channel knew was told
    /// nothing of the account. A directory that is silent now says so on the page.
    /// </summary>
    protected async Task<StepResult?> ObstacleAsync(DialogContext context, RecoveryCase recoveryCase)
    {
        try
        {
            return recoveryCase.Stranger is not null
                && await Desks.Accounts.OfAsync(recoveryCase, context.Cancellation) is { } account
                && await Desks.Cases.LateObstacleAsync(
                    await AccountRecord.OfAsync(context.Work, account.Id, context.Cancellation), account, operation, context.Work.Now, context.Cancellation) is { } obstacle
                ? await StopAsync(context, recoveryCase, Refusals.Of(context, obstacle))
                : null;
        }
        catch (DirectoryUnavailableException)
        {
            return null;
        }
    }

    private async Task<StepResult> HearProofAsync(DialogContext context, TState state)
    {
        if (context.Result == DialogResult.Done)
        {
            return new StepResult.Next();
        }

        var recoveryCase = await CaseAsync(context, state);
        if (!recoveryCase.IsOpen(context.Work.Now))
        {
            await CloseAsync(context, recoveryCase, CaseStatus.Expired);
            return new StepResult.End(DialogResult.Failed);
        }

        var helpDesk = await HelpDeskAsync(context, recoveryCase);
        return await StopAsync(context, recoveryCase, Refusals.Plain(context, "refusal.noMethodLeft", RefusalCodes.NotEnoughMethods, helpDesk));
    }
}
