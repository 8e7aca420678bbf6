namespace ResetBot.Dialogs.Common;

/// <summary>A dialog that keeps nothing.</summary>
public sealed class NoState;
