namespace ResetBot.Recovery.Passwords;

/// <summary>What ResetBot asks of a new password, on top of what the directory asks.</summary>
public sealed class PasswordOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Passwords";

    /// <summary>
    /// Characters (Unicode code points) at the least, where a password alone signs in: 8 to 64. Default: 15, NIST SP 800-63B-4 §3.1.1.2.
    /// </summary>
    public int MinimumLength { get; set; } = 15;

    /// <summary>
    /// Characters at the least where <see cref="SecondFactorAtSignIn"/>: 8 to 64. Default: 8, NIST SP 800-63B-4 §3.1.1.2.
    /// </summary>
    public int MinimumLengthWithSecondFactor { get; set; } = 8;

    /// <summary>Whether every sign-in asks another factor beside the password. Default: false, ours.</summary>
    public bool SecondFactorAtSignIn { get; set; }

    /// <summary>
    /// Characters at the most: 64 to 256. Default: 256, Microsoft Entra password policy; NIST SP 800-63B-4 asks for 64 or more.
    /// </summary>
    public int MaximumLength { get; set; } = 256;

    /// <summary>
    /// The company's own banned words: up to 1,000 of 4 to 16 characters, without case. Default: none, Microsoft Entra custom banned passwords.
    /// </summary>
    public IList<string> BannedWords { get; set; } = [];

    /// <summary>Whether the built-in list of common words is banned too. Default: true, Microsoft Entra global banned passwords.</summary>
    public bool BanCommonWords { get; set; } = true;

    /// <summary>
    /// Points that a password must reach, where a banned word counts one and any other character one: 1 to 20. Default: 5, Microsoft Entra
    /// password protection.
    /// </summary>
    public int PointsRequired { get; set; } = 5;

    /// <summary>
    /// Characters that do not follow from those before them (no repetition, sequence or keyboard walk) at the least: 0 to 15. Default: 8, ours.
    /// </summary>
    public int VarietyRequired { get; set; } = 8;

    /// <summary>
    /// The zxcvbn score that a password must reach: 1 to 4, or 0 to ask for none. Default: 3, "safely unguessable" in zxcvbn's own words.
    /// </summary>
    public int StrengthRequired { get; set; } = 3;

    /// <summary>
    /// How many of a person's last passwords are refused by a history of our own: 0 to 24 (24 is what Active Directory remembers at the most).
    /// It is kept only where it remembers more than the directory itself. Default: 0, the directory's own history and no other, since every
    /// hash of a password that is kept is one that can be stolen.
    /// </summary>
    public int HistoryLength { get; set; }

    /// <summary>The minimum that holds now.</summary>
    internal int MinimumLengthInForce => SecondFactorAtSignIn ? MinimumLengthWithSecondFactor : MinimumLength;
}
