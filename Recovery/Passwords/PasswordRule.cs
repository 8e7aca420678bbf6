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

    /// <summary>Nothing but space and the printable characters of ASCII, where the directory takes no others. Found is how many others there are.</summary>
    PlainCharacters,

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

    /// <summary>Not in a list of passwords that were stolen elsewhere; checked on saving. Found is how often it stands there.</summary>
    Breached,

    /// <summary>None of the person's last passwords; checked on saving.</summary>
    History,
}
