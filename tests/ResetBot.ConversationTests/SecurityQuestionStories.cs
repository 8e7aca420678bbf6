using System.Net;
using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests;

/// <summary>Security questions: chosen and answered on the secure page, and asked there.</summary>
public class SecurityQuestionStories(QuestionsFixture fixture) : IClassFixture<QuestionsFixture>
{
    private readonly ChatHost _host = fixture.Host;

    [Fact]
    public async Task Three_of_five_questions_open_a_gate_and_another_method_the_other()
    {
        var (chat, answers) = await fixture.RegisteredAsync();
        Assert.Equal(5, answers.Count);
        using var page = await chat.IsAskedAsync();
        Assert.Equal(3, page.Asked().Distinct().Count());
        Assert.Empty(page.Asked().Except(answers.Keys));
        await page.AnswersAsync(answers);
        Assert.Equal("Thank you", page.Title);
        await chat.Sees("That is right").Sees("step 2 of 2").Says("email").Sees("Type the code").Says(() => _host.Outbox.CodeAsync(chat.Person.Email))
            .Sees("Choose your new password", "Number: ");
    }

    [Fact]
    public async Task They_are_the_second_gate_as_well()
    {
        var (chat, answers) = await fixture.RegisteredAsync();
        await chat.Says("reset").Sees("step 1 of 2").Says("email").Sees("Type the code").Says(() => _host.Outbox.CodeAsync(chat.Person.Email)).Sees("That is right");
        using var page = await PageDriver.OpenAsync(await chat.Sees("step 2 of 2").Says("questions").Sees("Answer your security questions", "Number: "));
        await page.AnswersAsync(answers);
        await chat.Sees("That is right").Sees("Choose your new password", "Number: ");
    }

    [Fact]
    public async Task They_count_a_day_after_they_were_registered_and_status_says_so()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.BeginsToRegisterAsync();
        using var page = await PageDriver.OpenAsync(await chat.Says("questions").Sees("Choose your security questions", "Number: "));
        await page.ChoosesQuestionsAsync("Blue heron");
        Assert.Equal("Your questions are saved", page.Title);
        await chat.Sees("Registered", "For your protection it counts from").Sees("Register a method").Says("done").Sees("All set");
        await chat.Says("status").Sees("Security question was added lately and counts from");
        await chat.Says("reset").Sees("step 1 of 2", "Security question was added lately").Says("questions").Sees("did not understand");
    }

    [Theory]
    [InlineData("  BLUE heron {0} ")]
    [InlineData("blueheron{0}")]
    [InlineData("Ｂｌｕｅ　ｈｅｒｏｎ　{0}")]
    [InlineData("blue\u200b heron\u00a0{0}")]
    public async Task Answers_are_taken_as_people_write_them(string shape)
    {
        var (chat, answers) = await fixture.RegisteredAsync();
        using var page = await chat.IsAskedAsync();
        await page.SubmitAsync(page.Answered(question => shape.Replace("{0}", answers[question][^1..], StringComparison.Ordinal)));
        await chat.Sees("That is right");
    }

    [Fact]
    public async Task New_ones_take_the_place_of_the_old_ones()
    {
        var (chat, old) = await fixture.RegisteredAsync();
        await chat.BeginsToRegisterAsync();
        var renewed = await chat.AddsQuestionsAsync("Red kite", from: 10);
        await chat.Says("done").Sees("All set");
        Assert.Empty(old.Keys.Intersect(renewed.Keys));
        _host.Clock.Advance(TimeSpan.FromHours(25));
        using var page = await chat.IsAskedAsync();
        Assert.Empty(page.Asked().Except(renewed.Keys));
        await page.AnswersAsync(renewed);
        await chat.Sees("That is right");
    }

    [Fact]
    public async Task Removed_they_ask_nothing()
    {
        var (chat, _) = await fixture.RegisteredAsync();
        await chat.BeginsToRegisterAsync();
        await chat.Says("remove").Sees("Remove a method").Says("questions").Sees("Security question is removed").Sees("Register a method").Says("done").Sees("All set");
        await chat.Says("reset").Sees("step 1 of 2").Says("questions").Sees("did not understand");
    }

    [Fact]
    public async Task Another_method_and_a_new_link_can_be_asked_for_while_the_page_waits()
    {
        var (chat, answers) = await fixture.RegisteredAsync();
        using var first = await chat.IsAskedAsync();
        using var second = await PageDriver.OpenAsync(await chat.Says("new link").Sees("Here is a new link").Sees("Answer your security questions", "Number: "));
        Assert.Equal("This link no longer works", (await first.LookAsync()).Title);
        await chat.Says("other method").Sees("step 1 of 2");
        Assert.Equal("This link no longer works", (await second.LookAsync()).Title);
        using var third = await PageDriver.OpenAsync(await chat.Says("questions").Sees("Answer your security questions", "Number: "));
        await third.AnswersAsync(answers);
        await chat.Sees("That is right");
    }

    [Fact]
    public async Task What_was_not_all_right_is_said_without_saying_which_and_other_questions_are_asked()
    {
        var (chat, answers) = await fixture.RegisteredAsync();
        using var page = await chat.IsAskedAsync();
        var (asked, first) = (page.Asked(), page.Asked()[0]);
        await page.SubmitAsync(page.Answered(question => question == first ? "something else" : answers[question]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal("Not all of that was right. Please answer what is asked now.", page.Alert);
        Assert.NotEqual(asked.Order(), page.Asked().Order());
        Assert.All(Enumerable.Range(1, 3), row => Assert.Equal(("", ""), (page.Typed($"answer{row}"), page.Fault($"answer{row}"))));
        await page.AnswersAsync(answers);
        await chat.Sees("That is right");
        Assert.Equal(1, _host.Count(chat.Person, "CodeWrong"));
    }

    [Fact]
    public async Task An_answer_that_was_left_out_is_told_beside_its_field_and_costs_nothing()
    {
        var (chat, answers) = await fixture.RegisteredAsync();
        using var page = await chat.IsAskedAsync();
        var asked = page.Asked();
        await page.SubmitAsync(("answer1", answers[asked[0]]), ("answer2", " "), ("answer3", answers[asked[2]]));
        Assert.Equal(asked, page.Asked());
        Assert.Equal(("", "Type an answer.", ""), (page.Fault("answer1"), page.Fault("answer2"), page.Fault("answer3")));
        Assert.Equal((answers[asked[0]], answers[asked[2]]), (page.Typed("answer1"), page.Typed("answer3")));
        await page.AnswersAsync(answers);
        await chat.Sees("That is right");
        Assert.Equal(0, _host.Count(chat.Person, "CodeWrong"));
    }

    [Fact]
    public async Task Asking_for_more_time_keeps_what_was_typed_unless_other_questions_are_asked_by_then()
    {
        var (chat, answers) = await fixture.RegisteredAsync();
        using var page = await chat.IsAskedAsync();
        var first = answers[page.Asked()[0]];
        await page.SubmitAsync(("answer1", first), ("more", "1"));
        Assert.Equal((first, ""), (page.Typed("answer1"), page.Typed("answer2")));
        using var elsewhere = await _host.Chat(chat.Person).IsAskedAsync();
        await elsewhere.SubmitAsync(elsewhere.Answered(_ => "something else"));
        await page.SubmitAsync(("answer1", first), ("more", "1"));
        Assert.Equal("", page.Typed("answer1"));
        await page.AnswersAsync(answers);
        await chat.Sees("That is right");
    }

    [Fact]
    public async Task The_page_says_what_the_answers_open_and_where_that_was_asked_for()
    {
        var (chat, _) = await fixture.RegisteredAsync();
        using var page = await chat.IsAskedAsync();
        Assert.Contains($"in {_host.Place}, to reset the password of p***@contoso.example", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_the_web_page_they_are_offered_once_something_was_proved()
    {
        var (chat, answers) = await fixture.RegisteredAsync();
        using var web = _host.Browser();
        await web.NamesAsync(chat.Person.UserName);
        Assert.DoesNotContain("Security question", web.Text, StringComparison.Ordinal);
        await web.TapsAsync("E-mail");
        await web.EntersAsync(await _host.Outbox.CodeAsync(chat.Person.Email));
        await web.SeesAsync("step 2 of 2");
        await web.TapsAsync("Security question");
        using var page = await web.OpensPageAsync();
        Assert.Contains("on the web page, to reset the password.", page.Text, StringComparison.Ordinal);
        await page.AnswersAsync(answers);
        Assert.Equal("Thank you", page.Title);
        await web.SeesAsync("Choose your new password");
    }

    [Fact]
    public async Task For_an_unlock_by_one_method_they_are_not_enough_and_that_is_said()
    {
        var (chat, _) = await fixture.RegisteredAsync();
        await _host.LocksAsync(chat.Person);
        await chat.Says("unlock").Sees("step 1 of 1", "Security question counts only beside another method").Says("questions").Sees("did not understand");
    }

    [Fact]
    public async Task A_directory_that_is_silent_costs_nothing_and_what_was_typed_stays()
    {
        var (chat, answers) = await fixture.RegisteredAsync();
        using var page = await chat.IsAskedAsync();
        var asked = page.Asked();
        await fixture.Host.QuietAsync();
        fixture.Directory.Silent = true;
        await page.AnswersAsync(answers);
        fixture.Directory.Silent = false;
        Assert.Contains("does not answer", page.Alert, StringComparison.Ordinal);
        Assert.Equal((asked[0], answers[asked[0]]), (page.Asked()[0], page.Typed("answer1")));
        await page.AnswersAsync(answers);
        await chat.Sees("That is right");
    }
}
