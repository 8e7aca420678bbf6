namespace ResetBot.Recovery.Accounts;

/// <summary>Where an account is mastered: licence tiers go by it.</summary>
public enum AccountOrigin
{
    /// <summary>It lives in the directory that was asked, and nowhere else.</summary>
    CloudOnly,

    /// <summary>It comes from a directory on premises, and its password with it.</summary>
    Synchronised,

    /// <summary>Another service signs it in.</summary>
    Federated,
}
