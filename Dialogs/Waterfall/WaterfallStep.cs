
namespace ResetBot.Dialogs.Waterfall;

/// <summary>One step: it asks one thing, keeps its answer in the dialog's state, and can be repeated.</summary>
/// <typeparam name="TState">The dialog's typed state.</typeparam>
/// <param name="Name">Its name in saved conversations: never renamed.</param>
/// <param name="Ask">Asks, or goes on at once when there is nothing to ask.</param>
/// <param name="Hear">Takes the person's turn, what happened on a page, or another dialog's result.</param>
/// <param name="Remind">Asks again without any effect, when asking has one; null asks again.</param>
/// <param name="Wake">Goes on when the time is over that the step waits for; null, or nothing wanted, lets the question expire.</param>
public sealed record WaterfallStep<TState>(
    string Name,
    Func<DialogContext, TState, Task<StepResult>> Ask,
    Func<DialogContext, TState, Task<StepResult>> Hear,
    Func<DialogContext, TState, Task>? Remind = null,
    Func<DialogContext, TState, Task<StepResult?>>? Wake = null);
