using ResetBot.Cards.Words;
using ResetBot.Recovery.SecurityQuestions;

namespace ResetBot.Bot.Pages.SecurityQuestions;

/// <inheritdoc cref="IQuestionTexts"/>
internal sealed class QuestionTexts(SecurityQuestionList list) : IQuestionTexts
{
    /// <summary>A question in one language; one of the company is the same in every language.</summary>
    public string Say(string question, WordBook words) => list.CustomText(question) ?? words.Say("question." + question);

    public IReadOnlyCollection<string> InEveryLanguage(string question) =>
        [.. WordBook.Languages.Select(language => Say(question, WordBook.For(language))).Distinct()];
}
