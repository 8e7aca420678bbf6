namespace ResetBot.Recovery.Policy;

/// <summary>What became of an attempt to put other policies into force.</summary>
public abstract record PolicyChange
{
    private PolicyChange()
    {
    }

    /// <summary>They are in force.</summary>
    public sealed record Saved(PolicyVersion Version) : PolicyChange;

    /// <summary>Somebody else was faster; nothing was saved.</summary>
    /// <param name="InForce">What is in force; null when that is the configuration.</param>
    public sealed record Overtaken(PolicyVersion? InForce) : PolicyChange;
}
