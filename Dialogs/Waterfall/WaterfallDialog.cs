namespace ResetBot.Dialogs.Waterfall;

/// <summary>A dialog that is a list of steps, taken in order unless a step says otherwise.</summary>
/// <typeparam name="TState">What the dialog keeps between turns.</typeparam>
public abstract class WaterfallDialog<TState> : IDialog
    where TState : class, new()
{
    // More steps in one turn than any dialog has: a loop.
    private const int MostStepsInOneTurn = 32;

    public abstract string Name { get; }

    private IReadOnlyList<WaterfallStep<TState>>? _steps;

    /// <summary>The steps, in order. Asked for once.</summary>
    protected abstract IReadOnlyList<WaterfallStep<TState>> Steps { get; }

    private IReadOnlyList<WaterfallStep<TState>> Known => _steps ??= Steps;

    public async Task<DialogStep> BeginAsync(DialogContext context, object? state)
    {
        var typed = state switch
        {
            TState known => known,
            DialogState saved => saved.Copy<TState>(),
            _ => new TState(),
        };
        return await RunAsync(context, typed, Known[0], new StepResult.Again());
    }

    public async Task<DialogStep> ContinueAsync(DialogContext context, DialogFrame frame)
    {
        var state = Read(frame);
        var step = Find(frame.Step);
        await TouchAsync(context, state);
        return await RunAsync(context, state, step, await step.Hear(context, state));
    }

    public async Task<DialogStep> ResumeAsync(DialogContext context, DialogFrame frame, DialogResult result)
    {
        context.Result = result;
        var state = Read(frame);
        var step = Find(frame.Step);
        var heard = await step.Hear(context, state);
        context.Result = null;
        return await RunAsync(context, state, step, heard);
    }

    public async Task RepeatAsync(DialogContext context, DialogFrame frame)
    {
        var state = frame.State.Copy<TState>();
        var step = Find(frame.Step);
        await TouchAsync(context, state);
        if (step.Remind is { } remind)
        {
            await remind(context, state);
            return;
        }

        await step.Ask(context, state);
    }

    public async Task<DialogStep?> WakeAsync(DialogContext context, DialogFrame frame)
    {
        var step = Find(frame.Step);
        if (step.Wake is not { } wake)
        {
            return null;
        }

        var state = Read(frame);
        return await wake(context, state) is { } wants ? await RunAsync(context, state, step, wants) : null;
    }

    public Task TouchAsync(DialogContext context, DialogFrame frame) => TouchAsync(context, Read(frame));

    public virtual Task<bool> MayEndAsync(DialogContext context, DialogFrame frame) => Task.FromResult(true);

    public virtual Task EndAsync(DialogContext context, DialogFrame frame, EndReason reason) => Task.CompletedTask;

    /// <summary>The person did something in this dialog.</summary>
    protected virtual Task TouchAsync(DialogContext context, TState state) => Task.CompletedTask;

    protected static TState Read(DialogFrame frame) => frame.State.Get<TState>();

    private async Task<DialogStep> RunAsync(DialogContext context, TState state, WaterfallStep<TState> step, StepResult wants)
    {
        for (var taken = 0; taken < MostStepsInOneTurn; taken++)
        {
            switch (wants)
            {
                case StepResult.Next:
                    step = After(step);
                    wants = await step.Ask(context, state);
                    break;
                case StepResult.GoTo goTo:
                    step = Find(goTo.Step);
                    wants = await step.Ask(context, state);
                    break;
                case StepResult.Again:
                    wants = await step.Ask(context, state);
                    break;
                default:
                    return new DialogStep(new DialogFrame(Name, step.Name, DialogState.Of(state)), wants);
            }
        }

        throw new InvalidOperationException($"Dialog {Name} goes round in step {step.Name}.");
    }

    private WaterfallStep<TState> After(WaterfallStep<TState> step)
    {
        var index = Known.TakeWhile(candidate => candidate.Name != step.Name).Count() + 1;
        return index < Known.Count ? Known[index] : throw new InvalidOperationException($"Dialog {Name} has no step after {step.Name}.");
    }

    private WaterfallStep<TState> Find(string name) =>
        Known.FirstOrDefault(step => step.Name == name) ?? throw new InvalidOperationException($"Dialog {Name} has no step {name}.");
}
