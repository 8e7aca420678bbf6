using ResetBot.Dialogs.Waterfall;

namespace ResetBot.Tests.Dialogs.Waterfall;

/// <summary>Asks for a kind of tea, then whether with milk; counts how often it asks.</summary>
internal sealed class TeaDialog : WaterfallDialog<TeaState>
{
    public override string Name => "tea";

    public List<string> Happened { get; } = [];

    protected override IReadOnlyList<WaterfallStep<TeaState>> Steps =>
    [
        new("begin", (_, _) => Result(new StepResult.Next()), (_, _) => Result(new StepResult.Wait())),
        new("kind", AskKindAsync, HearKindAsync),
        new("milk", AskMilkAsync, HearMilkAsync, RemindMilkAsync),
    ];

    public override Task EndAsync(DialogContext context, DialogFrame frame, EndReason reason)
    {
        Happened.Add($"ended {reason} with {Read(frame).Kind}");
        return Task.CompletedTask;
    }

    protected override Task TouchAsync(DialogContext context, TeaState state)
    {
        Happened.Add("touched");
        return Task.CompletedTask;
    }

    private Task<StepResult> AskKindAsync(DialogContext context, TeaState state)
    {
        Happened.Add("asked kind");
        return Result(new StepResult.Wait());
    }

    private Task<StepResult> HearKindAsync(DialogContext context, TeaState state)
    {
        if (context.Result is { } result)
        {
            Happened.Add($"child {result}");
            return Result(new StepResult.Again());
        }

        state.Kind = context.Text;
        return Result(context.Text switch
        {
            "" => new StepResult.NotUnderstood(),
            "again" => new StepResult.Again(),
            "round" => new StepResult.GoTo("begin"),
            "nowhere" => new StepResult.GoTo("nowhere"),
            "other" => new StepResult.Begin("other", new TeaState { Kind = "passed on" }),
            _ => new StepResult.Next(),
        });
    }

    private Task<StepResult> AskMilkAsync(DialogContext context, TeaState state)
    {
        Happened.Add("asked milk");
        return Result(new StepResult.Wait());
    }

    private Task RemindMilkAsync(DialogContext context, TeaState state)
    {
        Happened.Add("reminded milk");
        return Task.CompletedTask;
    }

    private static Task<StepResult> HearMilkAsync(DialogContext context, TeaState state) =>
        Result(context.Text == "too far" ? new StepResult.Next() : new StepResult.End(context.Text == "no" ? DialogResult.Failed : DialogResult.Done));

    private static Task<StepResult> Result(StepResult result) => Task.FromResult(result);
}
