namespace ResetBot.Recovery.Policy;

/// <summary>What became of a file of policies.</summary>
public abstract record PolicyImport
{
    private PolicyImport()
    {
    }

    /// <summary>They are in force.</summary>
    public sealed record Done(PolicyVersion Version, PolicyReading Reading) : PolicyImport;

    /// <summary>There are faults in it; nothing was saved.</summary>
    public sealed record Faulty(PolicyReading Reading) : PolicyImport;

    /// <summary>It was made from another version than that in force; nothing was saved.</summary>
    /// <param name="MadeFrom">The version that it was made from.</param>
    /// <param name="InForce">What is in force; null when that is the configuration.</param>
    public sealed record Overtaken(int MadeFrom, PolicyVersion? InForce) : PolicyImport;
}
