namespace ResetBot.Recovery.Passwords.Breached;

/// <summary>Where breached passwords are looked up.</summary>
public enum BreachSource
{
    /// <summary>Nowhere.</summary>
    None,

    /// <summary>In a folder of SHA-1 range files, as PwnedPasswordsDownloader writes them: <c>ABCDE.txt</c> with lines <c>SUFFIX:COUNT</c>.</summary>
    Folder,

    /// <summary>In one file of lines <c>HASH:COUNT</c>, ordered by hash.</summary>
    File,

    /// <summary>At the range API of Pwned Passwords, or at one that speaks like it.</summary>
    Api,
}
