namespace ResetBot.Dialogs.Waterfall;

/// <summary>What a step wants to happen next.</summary>
public abstract record StepResult
{
    private StepResult()
    {
    }

    /// <summary>The question is asked (or asked still): wait for the person.</summary>
    public sealed record Wait : StepResult;

    /// <summary>Go on with the step after this one.</summary>
    public sealed record Next : StepResult;

    /// <summary>Go on with another step.</summary>
    public sealed record GoTo(string Step) : StepResult;

    /// <summary>Ask this step's question again.</summary>
    public sealed record Again : StepResult;

    /// <summary>The words made no sense as an answer.</summary>
    public sealed record NotUnderstood : StepResult;

    /// <summary>Begin another dialog on top; its result comes back to this step.</summary>
    public sealed record Begin(string Dialog, object State) : StepResult;

    /// <summary>This dialog is over.</summary>
    public sealed record End(DialogResult Result) : StepResult;

    /// <summary>Everything that is in progress is over, this dialog and those below it.</summary>
    public sealed record EndAll : StepResult;
}
