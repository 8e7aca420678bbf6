namespace ResetBot.Recovery.Passwords.Breached;

/// <summary>Where passwords are looked up that were stolen elsewhere.</summary>
public sealed class BreachedPasswordOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "BreachedPasswords";

    /// <summary>
    /// None, Folder, File or Api. Default: None, ours: a list has to be fetched, or a service to be told five characters of a hash, and either
    /// is for the company to decide. NIST SP 800-63B-4 §3.1.1.2 asks for a comparison with a blocklist; banned words are one.
    /// </summary>
    public BreachSource Source { get; set; }

    /// <summary>The folder or the file, for these sources. No default.</summary>
    public string Path { get; set; } = "";

    /// <summary>The range API: https, or http on a loopback address. Default: https://api.pwnedpasswords.com/, Have I Been Pwned API v3.</summary>
    public Uri Address { get; set; } = new("https://api.pwnedpasswords.com/");

    /// <summary>How often a password must stand in breaches to be refused: 1 to 1,000,000 times. Default: 1, ours.</summary>
    public int MinimumCount { get; set; } = 1;

    /// <summary>
    /// What happens when the source cannot be asked. Default: Refuse. NIST SP 800-63B-4 §3.1.1.2: verifiers SHALL compare with the blocklist,
    /// and whoever can make the source fail must not get a listed password through. What the person has proved stays proved meanwhile.
    /// </summary>
    public WhenUnavailable WhenUnavailable { get; set; } = WhenUnavailable.Refuse;

    /// <summary>How long the API may take for one answer; it is asked once more if need be: 1 to 30 seconds. Default: 3 seconds, ours.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(3);
}
