namespace ResetBot.Dialogs.Approve;

/// <summary>What <see cref="ApproveDialog"/> keeps.</summary>
public sealed class ApproveState
{
    /// <summary>The question that is asked; empty before the first.</summary>
    public string RequestId { get; set; } = "";

    /// <summary>Something was decided already.</summary>
    public bool Decided { get; set; }
}
