namespace ResetBot.Recovery.SecurityQuestions;

/// <summary>A question and its answer as they came from the secure page.</summary>
/// <param name="Question">The name of the question, or whatever else was sent.</param>
/// <param name="Answer">As it was typed.</param>
public sealed record AnsweredQuestion(string Question, string Answer)
{
    public override string ToString() => "[answer]";
}
