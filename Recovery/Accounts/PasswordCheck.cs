namespace ResetBot.Recovery.Accounts;

/// <summary>What a directory says to a password that somebody typed.</summary>
public enum PasswordCheck
{
    /// <summary>The password is right and would sign in.</summary>
    Right,

    /// <summary>The password is right, and must be changed or has expired.</summary>
    MustChange,

    /// <summary>Wrong password, or no such account: the directory does not tell which.</summary>
    Wrong,

    /// <summary>The account is locked; whether the password was right is not said.</summary>
    Locked,

    /// <summary>The account is disabled.</summary>
    Disabled,
}
