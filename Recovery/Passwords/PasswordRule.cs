namespace ResetBot.Recovery.Passwords;

/// <summary>One thing that is asked of a new password.</summary>
public enum PasswordRule
{
    /// <summary>Enough characters. Found and needed are characters.</summary>
    MinimumLength,

    /// <summary>Not too many characters. Found and needed are characters.</summary>
    MaximumLength,

    /// <summary>No control characters, line breaks or halves of characters. Found is how many there are.</summary>
    Characters,

    /// <summary>Enough of lower case, upper case, digit and symbol, as the directory asks. Found and needed are kinds.</summary>
    Classes,

    /// <summary>Enough beside banned words. Found (never told above needed) and needed are points.</summary>
    BannedWords,

    /// <summary>None of the person's own names or the company's. Found is how many are in it.</summary>
    PersonalNames,

    /// <summary>Enough characters that do not follow from those before them. Found and needed are such characters.</summary>
    Variety,

    /// <summary>Hard enough to guess; known only to the server. Found and needed are zxcvbn scores.</summary>
    Guessable,
}
