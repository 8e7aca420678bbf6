namespace ResetBot.Dialogs.Waterfall;

/// <summary>Where a dialog stands after a turn: its frame, and what it wants of the runner (wait, begin another, end).</summary>
public sealed record DialogStep(DialogFrame Frame, StepResult Wants);
