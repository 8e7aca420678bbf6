namespace ResetBot.Recovery.Accounts;

/// <summary>Which phones and addresses of the directory are taken for their owner's. A later one trusts more.</summary>
public enum DirectoryTrust
{
    /// <summary>None.</summary>
    None,

    /// <summary>Those that their owner cannot change.</summary>
    Protected,

    /// <summary>Also those that their owner could change, and with them whoever holds a session of theirs.</summary>
    All,
}
