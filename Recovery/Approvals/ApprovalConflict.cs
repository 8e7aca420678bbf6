namespace ResetBot.Recovery.Approvals;

/// <summary>Why the word of somebody does not count for an account.</summary>
public enum ApprovalConflict
{
    /// <summary>It is their own.</summary>
    Oneself,

    /// <summary>They report to its owner, at whatever distance.</summary>
    Report,

    /// <summary>Their own account was recovered lately: somebody else may be in it.</summary>
    RecoveredLately,

    /// <summary>Recovery of their own account is stopped, or it is disabled.</summary>
    NotTrusted,

    /// <summary>They come from the same channel user, or the same conversation, as the case, or as the word of somebody else in it.</summary>
    SameSession,

    /// <summary>They are not, or no longer, among those whom the directory or the person named.</summary>
    NotNamed,
}
