using ResetBot.Cards.Questions;
using ResetBot.Dialogs.Prove;
using ResetBot.Dialogs.Waterfall;
using ResetBot.Recovery;
using ResetBot.Recovery.Cases;

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

        return new StepResult.Begin(ProveDialog.DialogName, new ProveState { CaseId = state.CaseId });
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
