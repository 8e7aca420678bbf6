using ResetBot.Dialogs.Common;

namespace ResetBot.Dialogs.Unlock;

/// <summary>What <see cref="UnlockDialog"/> keeps.</summary>
public sealed class UnlockState : CaseState;
