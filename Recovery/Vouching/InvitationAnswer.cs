using ResetBot.Recovery.Approvals;

namespace ResetBot.Recovery.Vouching;

/// <summary>What came of the answer to an invitation.</summary>
public abstract record InvitationAnswer
{
    private InvitationAnswer()
    {
    }

    /// <summary>They vouch for the person from now on, or from a later moment.</summary>
    public sealed record Accepted(string Name) : InvitationAnswer;

    /// <summary>They do not want to.</summary>
    public sealed record Declined(string Name) : InvitationAnswer;

    /// <summary>They cannot now; they may try again as long as the invitation is good.</summary>
    public sealed record Refused(string Name, ApprovalConflict Why) : InvitationAnswer;

    /// <summary>They answer in a chat that was linked with their account lately: nothing is heard there.</summary>
    public sealed record LinkedLately : InvitationAnswer;

    /// <summary>Nobody waits for their answer (any more).</summary>
    public sealed record Gone : InvitationAnswer;
}
