using System.Net;
using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests;

/// <summary>What is left alone runs out, and what is in use does not.</summary>
public class Expiry(HostFixture fixture) : IClassFixture<HostFixture>
{
    private readonly ChatHost _host = fixture.Host;

    [Fact]
    public async Task A_question_left_alone_for_fifteen_minutes_is_closed_and_the_person_is_told()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.Says("reset").Sees("step 1 of 2");
        await PassAsync(minutes: 14, seconds: 59);
        await chat.SeesNo();
        await PassAsync(seconds: 1);
        await chat.Sees("This question has run out").Sees("You were away for a while").SeesNo();
        Assert.Equal(1, _host.Count(chat.Person, "CaseExpired"));
        await PassAsync(minutes: 60);
        await chat.SeesNo();
        await chat.Says("1").SeesNo("Type the code");
    }

    [Fact]
    public async Task Every_answer_gives_fifteen_minutes_more()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.Says("reset").Sees("step 1 of 2");
        await PassAsync(minutes: 14);
        await chat.Says("email").Sees("Type the code");
        await PassAsync(minutes: 14);
        await chat.Says("resend").Sees("Type the code");
        await PassAsync(minutes: 4);
        await chat.Says(() => _host.Outbox.CodeAsync(chat.Person.Email)).Sees("That is right");
    }

    [Fact]
    public async Task An_aside_keeps_the_case_alive_as_long_as_its_question()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.Says("reset").Sees("step 1 of 2");
        await PassAsync(minutes: 14);
        await chat.Says("help").Sees("What I can do").Sees("step 1 of 2");
        await PassAsync(minutes: 14);
        Assert.Equal(0, _host.Count(chat.Person, "CaseExpired"));
        await chat.Says("email").Sees("Type the code").Says(() => _host.Outbox.CodeAsync(chat.Person.Email)).Sees("That is right");
    }

    [Fact]
    public async Task An_answer_that_comes_before_the_timer_but_after_the_time_is_too_late()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.Says("reset").Sees("step 1 of 2");
        _host.Clock.Advance(TimeSpan.FromMinutes(16));
        await chat.Says("email").Sees("You were away for a while").SeesNo("Type the code");
        Assert.Equal(1, _host.Count(chat.Person, "CaseExpired"));
        Assert.Equal(0, _host.Count(chat.Person, "CodeSent"));
    }

    [Fact]
    public async Task An_open_page_keeps_the_case_alive_and_its_time_can_be_extended_once()
    {
        var chat = _host.Chat(_host.Somebody());
        var card = await chat.ProvesAsync(_host.Outbox);
        await PassAsync(minutes: 4);
        using var page = await PageDriver.OpenAsync(card);
        await chat.SeesNo();
        await PassAsync(minutes: 9);
        await page.LookAsync();
        await page.SubmitAsync(("more", "1"));
        Assert.Contains("about 11 more minutes", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("I need more time", page.Text, StringComparison.Ordinal);
        await page.SubmitAsync(("more", "1"));
        await PassAsync(minutes: 10, seconds: 59);
        await chat.SeesNo();
        await page.LookAsync();
        Assert.Equal("Choose a new password", page.Title);
        await PassAsync(seconds: 1);
        await page.SavesAsync(Steps.GoodPassword);
        Assert.Equal(HttpStatusCode.Gone, page.Status);
        Assert.Equal(1, _host.Count(chat.Person, "LinkExtended"));
        await PassAsync(minutes: 4);
        await chat.Sees("You were away for a while");
        Assert.Equal(1, _host.Count(chat.Person, "CaseExpired"));
    }

    [Fact]
    public async Task An_aside_does_not_shorten_the_time_of_an_open_page()
    {
        var chat = _host.Chat(_host.Somebody());
        using var page = await PageDriver.OpenAsync(await chat.ProvesAsync(_host.Outbox));
        await page.SubmitAsync(("more", "1"));
        await chat.Says("help").Sees("What I can do").Sees("The secure page waits");
        await PassAsync(minutes: 19);
        await chat.SeesNo();
        await page.SavesAsync(Steps.GoodPassword);
        Assert.Equal("Your password is changed", page.Title);
        await chat.Sees("Your password is changed");
    }

    [Fact]
    public async Task A_link_can_be_opened_for_five_minutes_and_a_new_one_asked_for()
    {
        var chat = _host.Chat(_host.Somebody());
        var card = await chat.ProvesAsync(_host.Outbox);
        await PassAsync(minutes: 5);
        using var late = new PageDriver(card.PageAddress);
        await late.LookAsync();
        Assert.Equal(HttpStatusCode.Gone, late.Status);
        using var page = await PageDriver.OpenAsync(await chat.Says("new link").Sees("Here is a new link").Sees("Choose your new password"));
        Assert.Equal("Choose a new password", page.Title);
        await PassAsync(minutes: 10);
        await page.LookAsync();
        Assert.Equal(HttpStatusCode.Gone, page.Status);
    }

    [Fact]
    public async Task A_code_is_good_for_five_minutes()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.Says("reset").Sees("step 1 of 2").Says("email").Sees("Type the code");
        await PassAsync(minutes: 5);
        await chat.Says(() => _host.Outbox.CodeAsync(chat.Person.Email)).Sees("That code has run out");
        Assert.Equal(0, _host.Count(chat.Person, "CodeWrong"));
        await chat.Says("resend").Sees("Type the code");
        await PassAsync(minutes: 4, seconds: 59);
        await chat.Says(() => _host.Outbox.CodeAsync(chat.Person.Email)).Sees("That is right");
    }

    private Task PassAsync(int minutes = 0, int seconds = 0) => _host.PassAsync(new TimeSpan(0, minutes, seconds));
}
