namespace ResetBot.Directories.Demo;

/// <summary>How somebody can be reached, as the directory has it.</summary>
internal sealed record DemoContact(string OfficePhone)
{
    /// <summary>The office phone hangs on the account itself.</summary>
    public bool RingsInTeams { get; init; }

    /// <summary>Everybody could write something else there about themselves.</summary>
    public bool OwnerMayChange { get; init; }
}
