namespace ResetBot.Recovery.SecurityQuestions;

/// <summary>What became of answers that were sent.</summary>
public abstract record AnswersOutcome
{
    private AnswersOutcome()
    {
    }

    /// <summary>They are kept; or they were right.</summary>
    public sealed record Done : AnswersOutcome;

    /// <summary>Nothing was kept or counted: this has to be seen to first.</summary>
    public sealed record Faulty(IReadOnlyList<FaultyAnswer> Faults) : AnswersOutcome;

    /// <summary>Not all of them were right; which is not told. Other questions are asked.</summary>
    public sealed record Wrong : AnswersOutcome;

    /// <summary>They answer questions that are not asked any more: nothing was looked at, nothing counted.</summary>
    public sealed record AskedOthers : AnswersOutcome;

    /// <summary>Too many wrong ones.</summary>
    public sealed record Paused : AnswersOutcome;

    /// <summary>The link is worth nothing any more, or was used.</summary>
    public sealed record Gone : AnswersOutcome;

    /// <summary>The directory could not be asked; nothing was kept or counted.</summary>
    public sealed record Unavailable : AnswersOutcome;
}
