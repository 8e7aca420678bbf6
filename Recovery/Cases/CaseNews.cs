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

    /// <summary>This person is asked, in another chat of theirs, whether it is they.</summary>
    PushAsked,

    /// <summary>Something was done to the account of this person, which they hear of everywhere.</summary>
    Noticed,

    /// <summary>The policies came to ask for more than was proved: the case is over.</summary>
    Overruled,

    /// <summary>One of several who were asked said that it is really the person, and more have to.</summary>
    Vouched,

    /// <summary>This person is asked to be one of those who vouch for somebody in future.</summary>
    VouchingAsked,

    /// <summary>Somebody whom this person named is ready to vouch for them.</summary>
    ColleagueAccepted,

    /// <summary>Somebody whom this person named does not want to.</summary>
    ColleagueDeclined,

    /// <summary>Somebody does not vouch for this person any more.</summary>
    ColleagueWithdrew,

    /// <summary>Its code was typed in another chat, which is linked with the account now.</summary>
    Linked,
}
