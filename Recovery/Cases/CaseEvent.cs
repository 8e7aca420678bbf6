namespace ResetBot.Recovery.Cases;

/// <summary>What happened to a case outside of its conversation, told to it.</summary>
/// <param name="CaseId">Which case.</param>
/// <param name="News">What happened.</param>
/// <param name="Code">What the help desk needs, where something was refused.</param>
public sealed record CaseEvent(string CaseId, CaseNews News, string? Code = null)
{
    /// <summary>Whom it is about, where that is not whoever hears it.</summary>
    public string? Name { get; init; }

    /// <summary>What its person wants, where they are asked about it in another chat.</summary>
    public Operation? Operation { get; init; }

    /// <summary>The channel that they are asked from.</summary>
    public string? From { get; init; }

    /// <summary>Until when they can answer.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>What they hear, as the name of a sentence and what stands in it; null where the news alone says it.</summary>
    public string? Sentence { get; init; }

    /// <inheritdoc cref="Sentence"/>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>How many have said that it is really the person, where several are asked.</summary>
    public int Given { get; init; }

    /// <summary>How many have to.</summary>
    public int Needed { get; init; }
}
