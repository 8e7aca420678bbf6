namespace ResetBot.Recovery.Passwords.Breached;

/// <summary>What becomes of a password that could not be looked up.</summary>
public enum WhenUnavailable
{
    /// <summary>It is not taken; the person is told so, and may try again.</summary>
    Refuse,

    /// <summary>It is taken by the other rules alone; the log and the audit trail say so.</summary>
    GoOn,
}
