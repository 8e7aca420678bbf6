
namespace ResetBot.Dialogs.Waterfall;

/// <summary>A conversation about one thing. Dialogs keep nothing themselves: what they know is in the frame.</summary>
public interface IDialog
{
    /// <summary>Its name in saved conversations: never renamed.</summary>
    string Name { get; }

    /// <summary>Enters the first step. A state comes from the dialog that begins this one.</summary>
    Task<DialogStep> BeginAsync(DialogContext context, object? state);

    /// <summary>Hands the turn to the active step.</summary>
    Task<DialogStep> ContinueAsync(DialogContext context, DialogFrame frame);

    /// <summary>Hands the result of a dialog that this one began to the active step.</summary>
    Task<DialogStep> ResumeAsync(DialogContext context, DialogFrame frame, DialogResult result);

    /// <summary>The person did something while this dialog was under another one.</summary>
    Task TouchAsync(DialogContext context, DialogFrame frame);

    /// <summary>Asks the pending question again, and changes nothing.</summary>
    Task RepeatAsync(DialogContext context, DialogFrame frame);

    /// <summary>Goes on by itself when the time is over that the active step waits for; null when it waits for the person only.</summary>
    Task<DialogStep?> WakeAsync(DialogContext context, DialogFrame frame);

    /// <summary>Whether the dialog may end now: not while something is under way that can no longer be stopped.</summary>
    Task<bool> MayEndAsync(DialogContext context, DialogFrame frame);

    /// <summary>Cleans up when the dialog ends before its time.</summary>
    Task EndAsync(DialogContext context, DialogFrame frame, EndReason reason);
}
