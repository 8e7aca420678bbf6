using System.Net;
using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests.Attacks;

/// <summary>A link to the secure page is used twice, late, with the wrong number, or from another browser.</summary>
public sealed class UsedLinks(HostFixture fixture) : IClassFixture<HostFixture>
{
    private readonly ChatHost _host = fixture.Host;

    [Fact]
    public async Task A_wrong_number_voids_the_link_and_the_chat_gets_a_new_one()
    {
        var (chat, card) = await ReachAsync();
        using var thief = new PageDriver(card.PageAddress);
        await thief.LookAsync();
        await thief.SubmitAsync(("number", card.WrongPageNumber));
        Assert.Equal((HttpStatusCode.Forbidden, "That was not the number"), (thief.Status, thief.Title));
        var fresh = await chat.Sees("A wrong number was typed on the page").Sees("Choose your new password", "Number: ");
        Assert.NotEqual(card.PageAddress, fresh.PageAddress);
        using var late = new PageDriver(card.PageAddress);
        await late.LookAsync();
        Assert.Equal(HttpStatusCode.Gone, late.Status);
        using var page = await PageDriver.OpenAsync(fresh);
        Assert.Equal("Choose a new password", page.Title);
    }

    [Fact]
    public async Task A_second_browser_is_refused_even_with_the_right_number()
    {
        var (_, card) = await ReachAsync();
        using var page = await PageDriver.OpenAsync(card);
        using var other = new PageDriver(card.PageAddress);
        await other.LookAsync();
        Assert.Equal(HttpStatusCode.Forbidden, other.Status);
        Assert.Contains("open in another browser", other.Title, StringComparison.Ordinal);
        using var poster = await PageDriver.OpenAsync(card);
        Assert.Equal(HttpStatusCode.Forbidden, poster.Status);
        await page.LookAsync();
        Assert.Equal("Choose a new password", page.Title);
    }

    [Fact]
    public async Task A_newer_link_voids_the_older_even_when_it_is_open()
    {
        var (chat, card) = await ReachAsync();
        using var page = await PageDriver.OpenAsync(card);
        await chat.Says("new link").Sees("Here is a new link").Sees("Choose your new password");
        await page.SavesAsync(Steps.GoodPassword);
        Assert.Equal(HttpStatusCode.Gone, page.Status);
        Assert.Equal("ok", await _host.SignInAsync(chat.Person, chat.Person.Password));
    }

    [Fact]
    public async Task A_double_submit_changes_once_and_a_used_link_shows_that_it_is_done()
    {
        var (chat, card) = await ReachAsync();
        using var page = await PageDriver.OpenAsync(card);
        await page.SubmitAtOnceAsync(2, ("newPassword", Steps.GoodPassword), ("confirmPassword", Steps.GoodPassword));
        await chat.Sees("Your password is changed").SeesNo();
        Assert.Equal(1, _host.Count(chat.Person, "ResetDone"));
        await page.LookAsync();
        Assert.Equal("Your password is changed", page.Title);
        using var other = new PageDriver(card.PageAddress);
        await other.LookAsync();
        Assert.Equal(HttpStatusCode.Gone, other.Status);
    }

    [Fact]
    public async Task A_link_that_was_left_for_its_time_opens_nothing_even_with_the_right_number()
    {
        await using var host = await ChatHost.StartAsync();
        var chat = host.Chat(host.Somebody());
        var card = await chat.ProvesAsync(host.Outbox);
        using var page = new PageDriver(card.PageAddress);
        await page.LookAsync();
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        await page.SubmitAsync(("number", card.PageNumber));
        Assert.Equal(HttpStatusCode.Gone, page.Status);
        Assert.Equal(0, host.Count(chat.Person, "LinkOpened"));
    }

    [Fact]
    public async Task An_open_page_takes_no_password_after_its_time()
    {
        await using var host = await ChatHost.StartAsync();
        var chat = host.Chat(host.Somebody());
        using var page = await PageDriver.OpenAsync(await chat.ProvesAsync(host.Outbox));
        host.Clock.Advance(TimeSpan.FromMinutes(10));
        await page.SavesAsync(Steps.GoodPassword);
        Assert.Equal(HttpStatusCode.Gone, page.Status);
        Assert.Equal("ok", await host.SignInAsync(chat.Person, chat.Person.Password));
    }

    [Fact]
    public async Task All_numbers_at_once_open_it_for_one_browser_at_most_and_only_with_the_right_one()
    {
        var (chat, card) = await ReachAsync();
        var browsers = Enumerable.Range(0, 100).Select(_ => new PageDriver(card.PageAddress)).ToList();
        await Task.WhenAll(browsers.Select(browser => browser.LookAsync()));
        await Task.WhenAll(browsers.Select((browser, number) => browser.SubmitAsync(("number", number.ToString("D2")))));
        var open = browsers.Where(browser => browser.Title == "Choose a new password").ToList();
        Assert.Equal(_host.Count(chat.Person, "LinkOpened"), open.Count);
        Assert.InRange(_host.Count(chat.Person, "LinkOpened") + _host.Count(chat.Person, "LinkRefused"), 1, 1);
        browsers.ForEach(browser => browser.Dispose());
    }

    [Fact]
    public async Task A_cookie_of_one_page_opens_no_other()
    {
        var (_, card) = await ReachAsync();
        using var mine = await PageDriver.OpenAsync(card);
        var (victim, other) = await ReachAsync();
        using var page = await PageDriver.OpenAsync(other);
        var cookie = mine.Cookies.GetAllCookies().Single(each => each.Name == "resetbot-page");
        using var thief = new PageDriver(other.PageAddress);
        thief.Cookies.Add(other.PageAddress, new Cookie(cookie.Name, cookie.Value, "/"));
        await thief.LookAsync();
        Assert.Equal(HttpStatusCode.Forbidden, thief.Status);
        Assert.Equal(0, _host.Count(victim.Person, "ResetIntended"));
    }

    private async Task<(ChatDriver Chat, ChatMessage Card)> ReachAsync()
    {
        var chat = _host.Chat(_host.Somebody());
        return (chat, await chat.ProvesAsync(_host.Outbox));
    }
}
