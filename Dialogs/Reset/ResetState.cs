using ResetBot.Dialogs.Common;

namespace ResetBot.Dialogs.Reset;

/// <summary>What <see cref="ResetDialog"/> keeps.</summary>
public sealed class ResetState : CaseState;
