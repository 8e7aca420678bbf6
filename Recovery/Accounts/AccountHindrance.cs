namespace ResetBot.Recovery.Accounts;

/// <summary>What keeps a directory from doing anything to the password of an account, whoever asks, as far as it tells beforehand.</summary>
public enum AccountHindrance
{
    /// <summary>The account is mastered on premises, and nothing is written back to there.</summary>
    WritebackOff,

    /// <summary>It is an administrator on premises (adminCount, a protected group), whom the directory keeps from being reset from elsewhere.</summary>
    OnPremisesAdministrator,

    /// <summary>This account may not change its password itself (userAccountControl, the right "Change Password"). A reset is another right.</summary>
    MayNotChange,

    /// <summary>The service has no right to act on this account.</summary>
    NoPermission,

    /// <summary>The directory is set up so that it cannot do it.</summary>
    Misconfigured,
}
