namespace ResetBot.Recovery.Policy;

/// <summary>Something that was found in policies.</summary>
/// <param name="IsFault">They cannot be taken with it; otherwise it is a warning.</param>
/// <param name="Text">What it is, with the value found.</param>
/// <param name="Policy">In which policy of the list; null when it is in none.</param>
/// <param name="Setting">In which setting; null when it is in none.</param>
public sealed record PolicyFinding(bool IsFault, string Text, int? Policy = null, string? Setting = null)
{
    /// <summary>The line of the file; null when there is none.</summary>
    public int? Line { get; init; }

    public override string ToString() => (Line is { } line ? $"line {line}: " : "") + (IsFault ? "" : "warning: ") + Text;
}
