namespace ResetBot.Recovery.Cases;

/// <summary>Where a case stands. Only <see cref="Open"/> and <see cref="Proved"/> can still change.</summary>
public enum CaseStatus
{
    /// <summary>Gates are still to be passed.</summary>
    Open,

    /// <summary>All gates are passed; the operation is not done yet.</summary>
    Proved,

    /// <summary>The operation is done.</summary>
    Completed,

    Cancelled,
    Expired,

    /// <summary>Ended unproved after at least one wrong answer.</summary>
    Failed,
}
