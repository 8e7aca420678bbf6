namespace ResetBot.Recovery.Policy;

/// <summary>How long a proved reset waits before the new password is asked for.</summary>
/// <param name="Resistant">Where a gate was passed with a phishing-resistant method.</param>
/// <param name="Otherwise">Where none was.</param>
public sealed record CoolingTimes(TimeSpan Resistant, TimeSpan Otherwise)
{
    /// <summary>Nothing waits.</summary>
    public static CoolingTimes None { get; } = new(TimeSpan.Zero, TimeSpan.Zero);

    /// <summary>The time that holds.</summary>
    public TimeSpan For(bool resists) => resists ? Resistant : Otherwise;
}
