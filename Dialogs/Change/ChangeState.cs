using ResetBot.Dialogs.Common;

namespace ResetBot.Dialogs.Change;

/// <summary>What <see cref="ChangeDialog"/> keeps.</summary>
public sealed class ChangeState : CaseState;
