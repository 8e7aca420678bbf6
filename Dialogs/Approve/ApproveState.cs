using ResetBot.Recovery.Vouching;

namespace ResetBot.Dialogs.Approve;

/// <summary>What <see cref="ApproveDialog"/> keeps.</summary>
public sealed class ApproveState
{
    /// <summary>The question, or the invitation, that is asked; empty before the first.</summary>
    public string RequestId { get; set; } = "";

    /// <summary>Something was decided already.</summary>
    public bool Decided { get; set; }

    /// <summary>When nothing waits any more, it is shown for whom the person vouches.</summary>
    public bool ShowsVouching { get; set; }

    /// <summary>Those for whom the person vouches, in the order in which they are shown.</summary>
    public List<VouchedPerson> People { get; set; } = [];
}
