using ResetBot.Dialogs.Common;
using ResetBot.Recovery.Methods;

namespace ResetBot.Dialogs.Prove;

/// <summary>What <see cref="ProveDialog"/> keeps.</summary>
public sealed class ProveState : CaseState
{
    /// <summary>The method that was chosen for this gate.</summary>
    public MethodKind? Kind { get; set; }

    /// <summary>The person has no phone at hand.</summary>
    public bool LostPhone { get; set; }

    /// <summary>Nobody else is asked any more.</summary>
    public bool OthersAsked { get; set; }

    /// <summary>Nothing can be sent at the moment.</summary>
    public bool SendsPaused { get; set; }
}
