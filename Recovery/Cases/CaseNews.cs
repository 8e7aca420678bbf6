namespace ResetBot.Recovery.Cases;

/// <summary>What can happen to a case outside of its conversation.</summary>
public enum CaseNews
{
    /// <summary>The directory did what the case is for.</summary>
    Done,

    /// <summary>There was nothing to do: the account is not locked.</summary>
    NothingToDo,

    /// <summary>The directory will never do it, or recovery was paused meanwhile.</summary>
    Refused,

    /// <summary>The directory did not answer; what was proved stays proved.</summary>
    Unavailable,

    /// <summary>Whoever was asked for approval gave it.</summary>
    Approved,

    /// <summary>Whoever was asked for approval did not give it.</summary>
    NotApproved,

    /// <summary>This person is asked to approve it.</summary>
    ApprovalAsked,

    /// <summary>The policies came to ask for more than was proved: the case is over.</summary>
    Overruled,
}
