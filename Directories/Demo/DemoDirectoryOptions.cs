namespace ResetBot.Directories.Demo;

/// <summary>The demonstration directory: a seeded company in one SQLite file.</summary>
public sealed class DemoDirectoryOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Demo";

    /// <summary>Path of the SQLite file; made with its folder when it is missing. Default: <c>data/demo-directory.db</c>, ours.</summary>
    public string File { get; set; } = "data/demo-directory.db";

    /// <summary>Generated people beside the seeded ones, for load tests: 0 to 10,000,000. Default: 0, ours.</summary>
    public int ExtraPeople { get; set; }

    /// <summary>
    /// How old a password must be before its owner may replace it: zero to 998 days, as in Active Directory. Default: zero, ours.
    /// </summary>
    public TimeSpan MinimumPasswordAge { get; set; }
}
