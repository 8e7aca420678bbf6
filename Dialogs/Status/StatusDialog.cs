using ResetBot.Dialogs.Common;
using ResetBot.Dialogs.Waterfall;
using ResetBot.Recovery;
using ResetBot.Recovery.Cases;

namespace ResetBot.Dialogs.Status;

/// <summary>Shows how an account stands to somebody whom no channel knows, once they have passed the gates.</summary>
public sealed class StatusDialog(Desks desks, Refusals refusals, StatusReport report) : GatedDialog<CaseState>(desks, refusals, Operation.Privacy)
{
    public const string DialogName = "status";

    public override string Name => DialogName;

    protected override IReadOnlyList<WaterfallStep<CaseState>> Steps =>
        [.. Gates, new("show", ShowAsync, (_, _) => Task.FromResult<StepResult>(new StepResult.End(DialogResult.Done)))];

    private async Task<StepResult> ShowAsync(DialogContext context, CaseState state)
    {
        var recoveryCase = await CaseAsync(context, state);
        await report.ShowAsync(context, recoveryCase);
        await CloseAsync(context, recoveryCase, CaseStatus.Completed);
        return new StepResult.End(DialogResult.Done);
    }
}
