using ResetBot.Dialogs.Common;
using ResetBot.Recovery.Methods;

namespace ResetBot.Dialogs.Register;

/// <summary>What <see cref="RegisterDialog"/> keeps.</summary>
public sealed class RegisterState : CaseState
{
    /// <summary>The method that is being registered.</summary>
    public MethodKind? Kind { get; set; }
}
