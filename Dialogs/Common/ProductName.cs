namespace ResetBot.Dialogs.Common;

/// <summary>What the service calls itself in its sentences.</summary>
public sealed record ProductName(string Text);
