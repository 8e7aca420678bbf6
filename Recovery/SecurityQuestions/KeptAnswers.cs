using System.Text.Json.Serialization;

namespace ResetBot.Recovery.SecurityQuestions;

/// <summary>The questions that a person chose, with what is kept of the answers.</summary>
public sealed record KeptAnswers
{
    public required IReadOnlyList<KeptAnswer> Answers { get; init; }

    /// <summary>
    /// What is asked now. It stays until it was answered, right or wrong, in whichever case: nobody gets easier questions by asking again.
    /// </summary>
    [JsonInclude]
    public QuestionDraw? Draw { get; internal set; }
}
