namespace ResetBot.Recovery.Approvals;

/// <summary>What came of the word of an approver.</summary>
public abstract record ApprovalAnswer
{
    private ApprovalAnswer()
    {
    }

    /// <summary>It counts, and so many more are needed.</summary>
    public sealed record Given(ApprovalRequest Request, int Left) : ApprovalAnswer;

    /// <summary>They said no, and the person is told that nobody approved.</summary>
    public sealed record Declined(ApprovalRequest Request) : ApprovalAnswer;

    /// <summary>The number was not the one that the person sees: the question is over, as if they had said no.</summary>
    public sealed record WrongNumber(ApprovalRequest Request) : ApprovalAnswer;

    /// <summary>Their word does not count.</summary>
    public sealed record Refused(ApprovalRequest Request, ApprovalConflict Why) : ApprovalAnswer;

    /// <summary>They answer in a chat that was linked with their account lately: nothing is heard there, and the question waits where they were known before.</summary>
    public sealed record LinkedLately : ApprovalAnswer;

    /// <summary>Nothing waits for them (any more).</summary>
    public sealed record Gone : ApprovalAnswer;
}
