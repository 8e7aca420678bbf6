using ResetBot.Bot.Pages.SecurityQuestions;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.SecurityQuestions;
using Xunit;

namespace ResetBot.Tests.Recovery.SecurityQuestions;

/// <summary>What answers are refused before they are kept.</summary>
public sealed class AnswerRulesTests
{
    private static readonly Account Alex = new()
    {
        Id = new AccountId("demo", "alex"),
        UserName = "awilber7@contoso.example",
        DisplayName = "Dr. Alex Åke Wilber-Öst",
        FirstName = "Alex",
        LastName = "Wilber-Öst",
        Mail = "alex.w@contoso.example",
    };

    private readonly SecurityQuestionList _list = new(new SecurityQuestionOptions { Custom = { ["project"] = "Which project (of ours) did you begin in 2019?" } });

    [Theory]
    [InlineData("abc", null)]
    [InlineData("ab", AnswerFault.TooShort)]
    [InlineData("a b", AnswerFault.TooShort)]
    [InlineData("a\u200bb", AnswerFault.TooShort)]
    [InlineData("", AnswerFault.Empty)]
    [InlineData(" \t ", AnswerFault.Empty)]
    [InlineData("𝔞𝔟𝔠", null)]
    [InlineData("👍👍", AnswerFault.TooShort)]
    public void An_answer_has_at_least_three_characters(string answer, AnswerFault? fault) => Assert.Equal(fault, Of("firstPet", answer));

    [Fact]
    public void And_at_most_forty_however_they_are_spaced()
    {
        Assert.Null(Of("firstPet", new string('z', 40)));
        Assert.Null(Of("firstPet", string.Join(' ', Enumerable.Repeat("z", 40))));
        Assert.Equal(AnswerFault.TooLong, Of("firstPet", new string('z', 41)));
    }

    [Theory]
    [InlineData("firstPet", "PET", true)]
    [InlineData("firstPet", "first pet", true)]
    [InlineData("firstPet", "husdjur", true)]
    [InlineData("firstPet", "Mitt husdjur", false)]
    [InlineData("firstPet", "petra", false)]
    [InlineData("custom:project", "2019", true)]
    [InlineData("custom:project", "of ours", true)]
    [InlineData("lostThing", "pet", false)]
    public void An_answer_does_not_stand_in_its_question_in_any_language(string question, string answer, bool isRefused) =>
        Assert.Equal(isRefused ? AnswerFault.InQuestion : null, Of(question, answer));

    [Theory]
    [InlineData("Alex", true)]
    [InlineData("alexwilber", true)]
    [InlineData("AlexWilber-Öst", true)]
    [InlineData("Wilber Alex", true)]
    [InlineData("wilber-öst", true)]
    [InlineData("ÖST", true)]
    [InlineData("Åke", true)]
    [InlineData("awilber7", true)]
    [InlineData("awilber7@contoso.example", true)]
    [InlineData("alex.w", true)]
    [InlineData("Alexander", false)]
    public void Nor_is_it_the_name_of_its_owner(string answer, bool isRefused) =>
        Assert.Equal(isRefused ? AnswerFault.OwnName : null, Of("firstPet", answer));

    [Fact]
    public void No_two_answers_are_alike_and_no_question_is_chosen_twice()
    {
        AnsweredQuestion[] rows =
        [
            new("firstPet", "Blue heron"), new("lostThing", "BLUEHERON"), new("firstPet", "Ｂｌｕｅ heron"), new("nobody", "Red kite"), new("", "")
        ];
        Assert.Equal(
            [
                new FaultyAnswer(1, AnswerFault.LikeAnother), new FaultyAnswer(2, AnswerFault.QuestionTwice), new FaultyAnswer(2, AnswerFault.LikeAnother),
                new FaultyAnswer(3, AnswerFault.NoQuestion), new FaultyAnswer(4, AnswerFault.NoQuestion), new FaultyAnswer(4, AnswerFault.Empty),
            ],
            Rules().Faults(Alex, rows));
    }

    private AnswerFault? Of(string question, string answer) => Rules().Faults(Alex, [new AnsweredQuestion(question, answer)]).SingleOrDefault()?.Fault;

    private AnswerRules Rules() => new(_list, new QuestionTexts(_list));
}
