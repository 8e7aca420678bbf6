using ResetBot.Dialogs.Waterfall;

namespace ResetBot.Tests.Dialogs.Waterfall;

/// <summary>Asks one thing and ends.</summary>
internal sealed class OtherDialog : WaterfallDialog<TeaState>
{
    public override string Name => "other";

    public string? Given { get; private set; }

    protected override IReadOnlyList<WaterfallStep<TeaState>> Steps => [new("only", AskAsync, HearAsync)];

    private Task<StepResult> AskAsync(DialogContext context, TeaState state)
    {
        Given = state.Kind;
        return Task.FromResult<StepResult>(new StepResult.Wait());
    }

    private static Task<StepResult> HearAsync(DialogContext context, TeaState state) =>
        Task.FromResult<StepResult>(new StepResult.End(context.Text == "no" ? DialogResult.Failed : DialogResult.Done));
}
