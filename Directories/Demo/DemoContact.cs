namespace ResetBot.Directories.Demo;

/// <summary>How somebody can be reached, as the directory has it; null where it has nothing.</summary>
internal sealed record DemoContact
{
    public string? Office { get; init; }

    public string? Mobile { get; init; }

    /// <summary>A private e-mail address.</summary>
    public string? Mail { get; init; }

    /// <summary>The office phone hangs on the account itself.</summary>
    public bool RingsInTeams { get; init; }

    /// <summary>Everybody could write something else there about themselves.</summary>
    public bool OwnerMayChange { get; init; }
}
