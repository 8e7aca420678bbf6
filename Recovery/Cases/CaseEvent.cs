namespace ResetBot.Recovery.Cases;

/// <summary>What happened to a case outside of its conversation, told to it.</summary>
/// <param name="CaseId">Which case.</param>
/// <param name="News">What happened.</param>
/// <param name="Code">What the help desk needs, where something was refused.</param>
public sealed record CaseEvent(string CaseId, CaseNews News, string? Code = null)
{
    /// <summary>Whom it is about, where that is not whoever hears it.</summary>
    public string? Name { get; init; }

    /// <summary>How many have said that it is really the person, where several are asked.</summary>
    public int Given { get; init; }

    /// <summary>How many have to.</summary>
    public int Needed { get; init; }
}
