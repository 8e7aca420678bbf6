using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ResetBot.Recovery.SecurePages;
using ResetBot.Recovery.SecurityQuestions;
using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests.Attacks;

/// <summary>Somebody who knows a few answers, or guesses: at the questions they know, at all at once, at those of another person, or with nothing else.</summary>
public sealed class QuestionGuessing(QuestionsFixture fixture) : IClassFixture<QuestionsFixture>
{
    private readonly ChatHost _host = fixture.Host;

    [Fact]
    public async Task Asking_again_brings_no_other_questions()
    {
        var (chat, _) = await fixture.RegisteredAsync();
        using var page = await chat.IsAskedAsync();
        var asked = page.Asked();
        for (var look = 0; look < 5; look++)
        {
            Assert.Equal(asked, (await page.LookAsync()).Asked());
        }

        using var renewed = await PageDriver.OpenAsync(await chat.Says("new link").Sees("Answer your security questions", "Number: "));
        Assert.Equal(asked, renewed.Asked());
        using var returned = await PageDriver.OpenAsync(
            await chat.Says("other method").Sees("step 1 of 2").Says("questions").Sees("Answer your security questions", "Number: "));
        Assert.Equal(asked, returned.Asked());
        await chat.Says("cancel").Sees("Stopped");
        using var again = await chat.IsAskedAsync();
        Assert.Equal(asked, again.Asked());
        using var elsewhere = await _host.Chat(chat.Person).IsAskedAsync();
        Assert.Equal(asked, elsewhere.Asked());
        await _host.PassAsync(TimeSpan.FromHours(30));
        using var tomorrow = await _host.Chat(chat.Person).IsAskedAsync();
        Assert.Equal(asked, tomorrow.Asked());
        Assert.Equal(0, _host.Count(chat.Person, "CodeWrong"));
    }

    [Fact]
    public async Task Questions_are_drawn_anew_when_they_were_answered_right_or_wrong()
    {
        var (chat, answers) = await fixture.RegisteredAsync();
        using var page = await chat.IsAskedAsync();
        var first = page.Asked();
        await GuessesAsync(page);
        var second = page.Asked();
        Assert.NotEqual(first.Order(), second.Order());
        await page.AnswersAsync(answers);
        await chat.Sees("That is right").Says("cancel").Sees("Stopped");
        using var next = await chat.IsAskedAsync();
        Assert.NotEqual(second.Order(), next.Asked().Order());
    }

    [Fact]
    public async Task Five_wrong_sets_pause_the_questions_and_new_ones_give_no_new_tries()
    {
        var (chat, answers) = await fixture.RegisteredAsync();
        using var page = await chat.IsAskedAsync();
        for (var wrong = 0; wrong < 4; wrong++)
        {
            await GuessesAsync(page);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        }

        await GuessesAsync(page);
        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        await chat.Sees("did not work with the questions").Says("cancel").Sees("Stopped");
        Assert.Equal((5, 1, 0), (_host.Count(chat.Person, "CodeWrong"), _host.Count(chat.Person, "MethodPaused"), _host.Count(chat.Person, "CodeRight")));
        await page.LookAsync();
        Assert.Equal("This link no longer works", page.Title);
        await chat.Says("reset").Sees("Security question is paused").Says("questions").Sees("did not understand").Says("cancel").Sees("Stopped");
        await chat.BeginsToRegisterAsync();
        await chat.AddsQuestionsAsync("Red kite", from: 9);
        await chat.Says("done").Sees("All set").Says("reset").Sees("Security question was added lately");
        Assert.NotEmpty(answers);
    }

    [Fact]
    public async Task Wrong_sets_on_many_pages_at_once_are_counted_each_and_never_more_than_the_limit_is_looked_at()
    {
        var (chat, _) = await fixture.RegisteredAsync();
        List<PageDriver> pages = [];
        for (var number = 0; number < 4; number++)
        {
            pages.Add(await _host.Chat(chat.Person).IsAskedAsync());
        }

        // All of them show the same questions: whoever is first answers them for all.
        await Task.WhenAll(pages.Select(page => GuessesAsync(page)));
        Assert.Equal(1, _host.Count(chat.Person, "CodeWrong"));
        Assert.All(pages, page => Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status));
        for (var round = 0; round < 6; round++)
        {
            await Task.WhenAll(pages.Select(page => GuessesAsync(page)));
        }

        Assert.Equal((5, 0), (_host.Count(chat.Person, "CodeWrong"), _host.Count(chat.Person, "GatePassed") - 1));
        pages.ForEach(page => page.Dispose());
    }

    [Fact]
    public async Task Of_guesses_that_come_at_once_to_the_same_questions_only_the_first_is_looked_at()
    {
        var (chat, answers) = await fixture.RegisteredAsync();
        using var page = await chat.IsAskedAsync();
        var wrong = page.Answered(_ => "something else");
        var right = page.Answered(question => answers[question]);
        await Task.WhenAll([.. Enumerable.Range(0, 8).Select(_ => page.SubmitAtOnceAsync(1, wrong)), page.SubmitAtOnceAsync(8, right)]);
        var (counted, passed) = (_host.Count(chat.Person, "CodeWrong"), _host.Count(chat.Person, "CodeRight"));
        Assert.Equal(1, counted + passed);
        await page.SubmitAtOnceAsync(8, wrong);
        await page.SubmitAtOnceAsync(8, right);
        Assert.Equal((counted, passed), (_host.Count(chat.Person, "CodeWrong"), _host.Count(chat.Person, "CodeRight")));
    }

    [Fact]
    public async Task Nor_are_more_where_nobody_takes_one_form_after_another()
    {
        var (chat, _) = await fixture.RegisteredAsync();
        using var page = await chat.IsAskedAsync();
        var (handle, cookie) = (page.Address.Segments[^1], page.Cookies.GetAllCookies().Single(one => one.Name == "resetbot-page"));
        var draw = page.Document.QuerySelector("input[name=draw]")!.GetAttribute("value")!;
        var proof = _host.Services.GetRequiredService<SecurityQuestionProof>();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(guess => Task.Run(() => proof.CheckAsync(
            handle, new Visitor(cookie.Value), draw, [$"one {guess}", $"two {guess}", $"three {guess}"], CancellationToken.None))));
        Assert.Single(outcomes.OfType<AnswersOutcome.Wrong>());
        Assert.Equal(5, outcomes.OfType<AnswersOutcome.AskedOthers>().Count());
        Assert.Equal(1, _host.Count(chat.Person, "CodeWrong"));
    }

    [Fact]
    public async Task The_right_answers_sent_many_times_pass_one_gate()
    {
        var (chat, answers) = await fixture.RegisteredAsync();
        using var page = await chat.IsAskedAsync();
        await page.SubmitAtOnceAsync(8, page.Answered(question => answers[question]));
        await chat.Sees("That is right").Sees("step 2 of 2");
        Assert.Equal((1, 0), (_host.Count(chat.Person, "CodeRight"), _host.Count(chat.Person, "CodeWrong")));
    }

    [Fact]
    public async Task Answers_to_questions_that_were_asked_before_or_to_others_are_worth_nothing()
    {
        var (chat, answers) = await fixture.RegisteredAsync();
        using var page = await chat.IsAskedAsync();
        var before = page.Answered(question => answers[question]);
        var draw = page.Document.QuerySelector("input[name=draw]")!.GetAttribute("value")!;
        var known = page.Asked();
        await GuessesAsync(page);
        await ForgesAsync(page, draw, before);
        Assert.Contains("not asked any more", page.Alert, StringComparison.Ordinal);
        foreach (var forged in (string[])["", "nonsense", draw + "0", draw.ToUpperInvariant()])
        {
            await ForgesAsync(page, forged, page.Answered(question => answers[question]));
            Assert.Contains("not asked any more", page.Alert, StringComparison.Ordinal);
        }

        // Naming the questions in the form changes nothing: what is asked stands here, and each answer belongs to its place.
        Assert.NotEqual(known.Order(), page.Asked().Order());
        var now = page.Document.QuerySelector("input[name=draw]")!.GetAttribute("value")!;
        await ForgesAsync(page, now, [.. before, .. known.Select((question, row) => ($"question{row + 1}", question))]);
        Assert.Contains("Not all of that was right", page.Alert, StringComparison.Ordinal);
        await page.SubmitAsync([.. page.Answered(question => answers[question]).Select((field, row) => (field.Name, page.Answered(other => answers[other])[(row + 1) % 3].Value))]);
        Assert.Contains("Not all of that was right", page.Alert, StringComparison.Ordinal);
        Assert.Equal((3, 0), (_host.Count(chat.Person, "CodeWrong"), _host.Count(chat.Person, "CodeRight")));
    }

    [Fact]
    public async Task One_wrong_answer_and_three_look_alike()
    {
        var (chat, answers) = await fixture.RegisteredAsync();
        using var page = await chat.IsAskedAsync();
        List<string> told = [];
        foreach (var wrong in (int[])[1, 2, 3])
        {
            var left = wrong;
            await page.SubmitAsync(page.Answered(question => left-- > 0 ? "something else" : answers[question]));
            told.Add($"{(int)page.Status} {page.Asked().Aggregate(page.Text, (text, question) => text.Replace(question, "*", StringComparison.Ordinal))}");
        }

        Assert.Single(told.Distinct());
    }

    [Fact]
    public async Task The_answers_of_another_person_are_wrong()
    {
        var (victim, _) = await fixture.RegisteredAsync("Blue heron");
        var (_, thiefs) = await fixture.RegisteredAsync("Red kite");
        using var page = await victim.IsAskedAsync();
        await page.AnswersAsync(thiefs);
        Assert.Contains("Not all of that was right", page.Alert, StringComparison.Ordinal);
    }

    private static Task<PageDriver> GuessesAsync(PageDriver page) => page.SubmitAsync(page.Answered(_ => "something else"));

    // The page's form brings a draw along: here another one takes its place.
    private static Task<PageDriver> ForgesAsync(PageDriver page, string draw, (string Name, string Value)[] fields)
    {
        page.Document.QuerySelector("input[name=draw]")!.SetAttribute("value", draw);
        return page.SubmitAsync(fields);
    }
}
