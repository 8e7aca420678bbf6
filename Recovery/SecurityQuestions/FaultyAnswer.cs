namespace ResetBot.Recovery.SecurityQuestions;

/// <summary>A fault, and where on the page it is.</summary>
/// <param name="Row">Which question, from 0.</param>
/// <param name="Fault">What is wrong with it.</param>
public sealed record FaultyAnswer(int Row, AnswerFault Fault)
{
    /// <summary>It is in the question that was chosen; otherwise in the answer.</summary>
    public bool IsOfQuestion => Fault is AnswerFault.NoQuestion or AnswerFault.QuestionTwice;
}
