namespace ResetBot.Recovery.SecurePages;

/// <summary>How something on a secure page ended.</summary>
public enum PageResult
{
    /// <summary>The page was opened, or its time extended.</summary>
    Opened,

    /// <summary>A wrong number was typed: the link is void.</summary>
    WrongNumber,

    /// <summary>What the page was for is done.</summary>
    Done,

    /// <summary>Too many wrong tries, or the directory will never do it: the case is over.</summary>
    Refused,

    /// <summary>The directory could not be asked; the gates stay passed.</summary>
    Unavailable,

    /// <summary>It is not known whether the directory did it.</summary>
    Uncertain,

    /// <summary>The policies came to ask for more than was proved: the case is over.</summary>
    Overruled,
}
