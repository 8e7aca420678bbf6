namespace ResetBot.Recovery.Policy;

/// <summary>What was read from a file of policies.</summary>
/// <param name="MadeFrom">The version that it says it was made from; null when it does not say.</param>
/// <param name="Policies">In the order of the file.</param>
/// <param name="Findings">Every fault and warning, by line.</param>
public sealed record PolicyReading(int? MadeFrom, IReadOnlyList<AccountPolicy> Policies, IReadOnlyList<PolicyFinding> Findings)
{
    /// <summary>Whether it can be taken.</summary>
    public bool IsSound => !Findings.Any(finding => finding.IsFault);
}
