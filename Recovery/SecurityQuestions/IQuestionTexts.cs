namespace ResetBot.Recovery.SecurityQuestions;

/// <summary>What questions say. Implemented where the words are.</summary>
public interface IQuestionTexts
{
    /// <summary>A question of <see cref="SecurityQuestionList"/> in every language that people read it in.</summary>
    IReadOnlyCollection<string> InEveryLanguage(string question);
}
