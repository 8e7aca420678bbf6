using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.SecurityQuestions;
using ResetBot.Tests.Dialogs.Waterfall;
using Xunit;

namespace ResetBot.Tests.Recovery.SecurityQuestions;

/// <summary>Which questions are asked: drawn once, kept until they were answered, and then others.</summary>
public sealed class QuestionDeskTests
{
    private static readonly string[] Five = ["firstPet", "lostThing", "childHero", "childSong", "firstCar"];

    private readonly AccountRecord _record = new() { Key = "demo:anna" };
    private readonly FakeWork _work = new();

    [Fact]
    public void They_are_drawn_of_those_that_were_registered_and_stay()
    {
        var method = Registered(Five);
        Assert.True(Desk().Ask(_work, _record, method));
        var draw = method.Answers!.Draw!;
        Assert.Equal(3, draw.Questions.Distinct().Intersect(Five).Count());
        for (var time = 0; time < 20; time++)
        {
            Assert.True(Desk().Ask(_work, _record, method));
            Assert.Same(draw, method.Answers.Draw);
        }
    }

    [Fact]
    public void Every_choice_of_three_and_every_order_comes_and_never_the_same_twice_running()
    {
        var kept = Registered(Five).Answers!;
        HashSet<string> choices = [];
        HashSet<string> firsts = [];
        HashSet<string> names = [];
        var before = "";
        for (var time = 0; time < 400; time++)
        {
            Desk().AskOthers(kept);
            var choice = string.Join(' ', kept.Draw!.Questions.Order());
            Assert.NotEqual(before, choice);
            Assert.True(names.Add(kept.Draw.Id));
            choices.Add(choice);
            firsts.Add(kept.Draw.Questions[0]);
            before = choice;
        }

        // 400 draws miss one of ten with a chance of less than one in 10^16.
        Assert.Equal((10, 5), (choices.Count, firsts.Count));
    }

    [Fact]
    public void Where_all_are_asked_all_are_asked_again()
    {
        var kept = Registered(Five[..3]).Answers!;
        Desk().AskOthers(kept);
        var first = kept.Draw!;
        Desk().AskOthers(kept);
        Assert.Equal(first.Questions.Order(), kept.Draw!.Questions.Order());
        Assert.NotEqual(first.Id, kept.Draw.Id);
    }

    [Fact]
    public void A_question_that_the_company_took_away_is_not_asked_and_too_few_are_no_method()
    {
        var method = Registered("custom:one", "custom:two", "firstPet", "lostThing", "childHero");
        var with = new SecurityQuestionOptions { Custom = { ["one"] = "What?", ["two"] = "And then?" } };
        Assert.True(Desk(with).Ask(_work, _record, method));
        Assert.True(Desk().Ask(_work, _record, method));
        Assert.Equal(["childHero", "firstPet", "lostThing"], method.Answers!.Draw!.Questions.Order());
        Assert.False(Desk(new SecurityQuestionOptions { ToAnswer = 4 }).Suffice(method.Answers));
        Assert.False(Desk(new SecurityQuestionOptions { ToAnswer = 4 }).Ask(_work, _record, method));
        Assert.False(Desk().Ask(_work, _record, method with { Answers = null }));
    }

    [Fact]
    public void When_another_number_is_asked_for_so_many_are_drawn()
    {
        var method = Registered(Five);
        Desk().Ask(_work, _record, method);
        Desk(new SecurityQuestionOptions { ToAnswer = 4 }).Ask(_work, _record, method);
        Assert.Equal(4, method.Answers!.Draw!.Questions.Count);
        Desk().Ask(_work, _record, method);
        Assert.Equal(3, method.Answers.Draw!.Questions.Count);
    }

    private static QuestionDesk Desk(SecurityQuestionOptions? options = null) => new(new SecurityQuestionList(options ?? new()), options ?? new());

    private RegisteredMethod Registered(params string[] questions) => new()
    {
        Id = "1",
        Kind = MethodKind.SecurityQuestions,
        AddedAt = _work.Now,
        CountsFrom = _work.Now,
        Answers = new KeptAnswers { Answers = [.. questions.Select(question => new KeptAnswer(question, "hash"))] },
    };
}
