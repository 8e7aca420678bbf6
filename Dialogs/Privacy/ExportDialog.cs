using ResetBot.Dialogs.Common;
using ResetBot.Dialogs.Waterfall;
using ResetBot.Recovery;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.SecurePages;

namespace ResetBot.Dialogs.Privacy;

/// <summary>Hands over what is kept of a person, on the secure page: addresses and numbers are whole in it.</summary>
public sealed class ExportDialog(Desks desks, PageCards pages, Refusals refusals)
    : OneFactorDialog<CaseState>(desks, pages, refusals, Operation.Privacy)
{
    public const string DialogName = "export";

    public override string Name => DialogName;

    protected override IReadOnlyList<WaterfallStep<CaseState>> Steps => [.. Factor, new("page", AskAsync, HearAsync, RemindPageAsync)];

    private async Task<StepResult> AskAsync(DialogContext context, CaseState state)
    {
        await Pages.AskAsync(context, await CaseAsync(context, state), LinkPurpose.Export);
        return new StepResult.Wait();
    }

    private async Task<StepResult> HearAsync(DialogContext context, CaseState state)
    {
        var recoveryCase = await CaseAsync(context, state);
        if (context.Page is not { Result: PageResult.Done } done || done.LinkKey != recoveryCase.LinkKey)
        {
            return Over(context, recoveryCase) ?? await PageCards.HearAsync(context, recoveryCase) ?? new StepResult.NotUnderstood();
        }

        context.Settle("answered.typed");
        await CloseAsync(context, recoveryCase, CaseStatus.Completed);
        context.Say("export.done");
        return new StepResult.End(DialogResult.Done);
    }
}
