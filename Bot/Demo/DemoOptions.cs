namespace ResetBot.Bot.Demo;

/// <summary>Demo mode: made-up people, unauthenticated Teams activities and the /demo pages, for this machine only.</summary>
internal sealed class DemoOptions
{
    public const string Section = "Demo";

    /// <summary>
    /// Whether demo mode is on. Default: unset, which means on in the Development environment and off elsewhere. Source: product rule.
    /// </summary>
    public bool? Enabled { get; set; }

    /// <summary>People generated for load tests, beside the seeded company. 0 to 5,000,000. Default: 0. Source: product rule.</summary>
    public int ExtraPeople { get; set; }

    /// <summary>
    /// How old a password of the demonstration company must be before its owner may replace it: 0 to 998 days. Default: 0. Source: product rule.
    /// </summary>
    public TimeSpan MinimumPasswordAge { get; set; }
}
