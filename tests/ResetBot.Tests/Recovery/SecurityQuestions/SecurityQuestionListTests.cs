using ResetBot.Bot.Pages.SecurityQuestions;
using ResetBot.Cards.Words;
using ResetBot.Recovery.SecurityQuestions;
using Xunit;

namespace ResetBot.Tests.Recovery.SecurityQuestions;

public sealed class SecurityQuestionListTests
{
    [Fact]
    public void There_are_thirty_five_and_each_says_something_else_in_every_language()
    {
        var texts = new QuestionTexts(new SecurityQuestionList(new()));
        Assert.Equal(35, SecurityQuestionList.Predefined.Distinct().Count());
        foreach (var words in WordBook.Languages.Select(WordBook.For))
        {
            Assert.Equal(35, SecurityQuestionList.Predefined.Select(question => AnswerText.Plain(texts.Say(question, words))).Distinct().Count());
            Assert.All(SecurityQuestionList.Predefined, question => Assert.EndsWith("?", texts.Say(question, words), StringComparison.Ordinal));
        }

        Assert.Equal(
            SecurityQuestionList.Predefined.Order(),
            WordBook.For("en").Names.Where(name => name.StartsWith("question.", StringComparison.Ordinal)).Select(name => name["question.".Length..]).Order());
    }

    [Fact]
    public void Those_of_the_company_stand_behind_ours_and_say_the_same_in_every_language()
    {
        var list = new SecurityQuestionList(new SecurityQuestionOptions { Custom = { ["second"] = "And then?", ["first"] = "What was it?" } });
        var texts = new QuestionTexts(list);
        Assert.Equal(["custom:first", "custom:second"], list.All.Skip(35));
        Assert.Equal(["What was it?"], texts.InEveryLanguage("custom:first"));
        Assert.Equal(WordBook.Languages.Count, texts.InEveryLanguage("firstPet").Count);
        Assert.All((string[])["first", "custom:third", "custom:", "FirstPet", ""], unknown => Assert.False(list.Has(unknown)));
    }
}
