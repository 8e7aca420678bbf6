namespace ResetBot.Recovery.SecurePages;

/// <summary>Where a secure link stands.</summary>
public enum LinkState
{
    /// <summary>Waits for its number.</summary>
    Waiting,

    /// <summary>Open in one browser.</summary>
    Open,

    /// <summary>What was typed is with the directory, and its answer is not known yet.</summary>
    Working,

    /// <summary>Used.</summary>
    Done,

    /// <summary>Worth nothing any more: a wrong number, a newer link, or the end of the case.</summary>
    Void,
}
