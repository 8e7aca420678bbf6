using ResetBot.Recovery.Cases;

namespace ResetBot.Dialogs.Move;

/// <summary>What <see cref="MoveDialog"/> keeps.</summary>
public sealed class MoveState
{
    /// <summary>The case that was taken.</summary>
    public string CaseId { get; set; } = "";

    /// <summary>What that case is for.</summary>
    public Operation Operation { get; set; }

    /// <summary>Wrong numbers so far.</summary>
    public int Wrong { get; set; }
}
