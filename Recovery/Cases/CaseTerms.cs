using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Policy;

namespace ResetBot.Recovery.Cases;

/// <summary>What the policy said when a case was begun: no later version makes it easier.</summary>
/// <param name="Version">Which version of the policies.</param>
/// <param name="Methods">What might prove something.</param>
/// <param name="TellsPerson">Whether the person is told what was done.</param>
/// <param name="TellsAdministratorsAt">Who is told that an administrator's password was reset; null when nobody is.</param>
internal sealed record CaseTerms(int Version, IReadOnlyList<MethodKind> Methods, bool TellsPerson, string? TellsAdministratorsAt)
{
    /// <summary>Which entries of the directory might prove it.</summary>
    public DirectoryTrust RegisterByDirectory { get; init; }

    /// <summary>How many colleagues had to vouch.</summary>
    public int ColleaguesRequired { get; init; }

    /// <summary>How long a proved reset waits.</summary>
    public CoolingTimes Cooling { get; init; } = CoolingTimes.None;
}
