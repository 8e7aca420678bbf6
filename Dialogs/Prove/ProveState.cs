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

    /// <summary>Methods that ask others, of whom none could be asked.</summary>
    public List<MethodKind> NobodyToAsk { get; set; } = [];

    /// <summary>One more method is asked for than the case needs.</summary>
    public bool IsExtra { get; set; }

    /// <summary>Others were asked and did not approve: they are asked again only when the person wants it.</summary>
    public bool NotApproved { get; set; }

    /// <summary>Nothing can be sent at the moment.</summary>
    public bool SendsPaused { get; set; }
}
