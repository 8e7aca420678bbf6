using ResetBot.Dialogs.Turns;

namespace ResetBot.Dialogs.Waterfall;

/// <summary>A dialog in progress: which one, at which step, and what it keeps.</summary>
/// <param name="Dialog">The dialog's name.</param>
/// <param name="Step">The name of its active step.</param>
/// <param name="State">The dialog's typed state.</param>
/// <param name="Awaited">The dialog below began it and waits for its result.</param>
/// <param name="Covered">Its question, while a command has put another dialog on top of it; null when there is none.</param>
public sealed record DialogFrame(string Dialog, string Step, DialogState State, bool Awaited = false, PendingQuestion? Covered = null);
