namespace ResetBot.Directories.Demo;

/// <summary>What is special about a seeded person.</summary>
internal enum SeededState
{
    Ordinary,
    Administrator,
    Disabled,

    /// <summary>Locked until the password is reset: a lockout without an automatic end.</summary>
    Locked,

    MustChangePassword,
}
