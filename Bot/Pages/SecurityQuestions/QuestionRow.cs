namespace ResetBot.Bot.Pages.SecurityQuestions;

/// <summary>A question as a page shows it.</summary>
/// <param name="Number">Which one, from 1.</param>
/// <param name="Question">The question that is asked, in words; or the name of the one that was chosen.</param>
/// <param name="Answer">What was typed before; empty at first.</param>
public sealed record QuestionRow(int Number, string Question, string Answer)
{
    /// <summary>What is wrong with the question that was chosen, in words; null when nothing is.</summary>
    public string? QuestionFault { get; init; }

    /// <summary>What is wrong with the answer, in words; null when nothing is.</summary>
    public string? AnswerFault { get; init; }

    /// <summary>Where to go on: the first that is wrong, or the first of all.</summary>
    public bool HasFocus { get; init; }

    public override string ToString() => nameof(QuestionRow);
}
