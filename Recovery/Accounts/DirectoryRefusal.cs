namespace ResetBot.Recovery.Accounts;

/// <summary>Why a directory refused a password, as far as it tells.</summary>
public enum DirectoryRefusal
{
    /// <summary>The directory named no rule.</summary>
    Unspecified,

    TooShort,
    TooLong,

    /// <summary>Too few kinds of characters.</summary>
    TooSimple,

    /// <summary>It was used before.</summary>
    InHistory,

    /// <summary>The present password is too young to be replaced.</summary>
    TooYoung,
}
