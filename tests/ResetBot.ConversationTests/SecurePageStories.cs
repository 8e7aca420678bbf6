using System.Net;
using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests;

/// <summary>The secure page, as browsers, scanners and thieves meet it.</summary>
public class SecurePageStories(HostFixture fixture) : IClassFixture<HostFixture>
{
    private readonly ChatHost _host = fixture.Host;

    [Theory]
    [InlineData("", "Please type a new password")]
    [InlineData("Ab1!", "at least ")]
    [InlineData("rainyviolinsundermoons", "3 of: small letters, capitals, digits, symbols")]
    [InlineData("Person likes 9 copper moons", "not your name or the company's")]
    [InlineData("Contoso under 9 copper moons", "not your name or the company's")]
    [InlineData("Aaaaaaaaaaaaaaaaaaa1", "not mostly repetitions")]
    [InlineData("Rainy violins\u0007under 9 moons", "no invisible characters")]
    public async Task A_password_that_breaks_a_rule_is_refused_with_words(string password, string why)
    {
        var (chat, card) = await ReachAsync();
        using var page = await PageDriver.OpenAsync(card);
        await page.SavesAsync(password);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(why, page.Alert, StringComparison.Ordinal);
        await page.SavesAsync(Steps.GoodPassword);
        Assert.Equal("Your password is changed", page.Title);
        Assert.Equal("ok", await _host.SignInAsync(chat.Person, Steps.GoodPassword));
    }

    [Fact]
    public async Task A_mismatch_is_said_and_changes_nothing()
    {
        var (_, card) = await ReachAsync();
        using var page = await PageDriver.OpenAsync(card);
        await page.SubmitAsync(("newPassword", Steps.GoodPassword), ("confirmPassword", Steps.OtherGoodPassword));
        Assert.Equal("The two are not the same.", page.Alert);
    }

    [Fact]
    public async Task The_directorys_history_refuses_a_password_that_was_used_before()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.ResetsAsync(_host.Outbox, Steps.GoodPassword);
        using var page = await PageDriver.OpenAsync(await chat.ProvesAsync(_host.Outbox));
        await page.SavesAsync(Steps.GoodPassword);
        Assert.Equal("You have used it before.", page.Alert);
        await page.SavesAsync(Steps.OtherGoodPassword);
        Assert.Equal("Your password is changed", page.Title);
    }

    [Fact]
    public async Task A_form_without_its_antiforgery_field_does_nothing()
    {
        var (chat, card) = await ReachAsync();
        using var page = new PageDriver(card.PageAddress);
        await page.LookAsync();
        await page.ForgeAsync(("number", card.WrongPageNumber));
        Assert.Equal("Type the number from the chat", page.Title);
        await page.SubmitAsync(("number", card.PageNumber));
        await page.ForgeAsync(("newPassword", Steps.GoodPassword), ("confirmPassword", Steps.GoodPassword));
        Assert.Equal("Choose a new password", page.Title);
        Assert.Equal(0, _host.Count(chat.Person, "ResetIntended"));
        Assert.Equal(0, _host.Count(chat.Person, "LinkRefused"));
    }

    [Fact]
    public async Task Every_answer_forbids_keeping_framing_referring_and_what_comes_from_elsewhere()
    {
        var (_, card) = await ReachAsync();
        using var page = new PageDriver(card.PageAddress);
        await page.LookAsync();
        CheckHeaders(page);
        await page.SubmitAsync(("number", card.PageNumber));
        CheckHeaders(page);
        var cookie = Assert.Single(page.Cookies.GetAllCookies(), cookie => cookie.Name == "resetbot-page");
        Assert.True(cookie.HttpOnly);
        Assert.Equal(card.PageAddress.AbsolutePath, cookie.Path);
        Assert.All(page.Cookies.GetAllCookies(), each => Assert.True(each.HttpOnly));
        Assert.DoesNotContain("style=", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(" on", string.Concat(page.Document.All.SelectMany(element => element.Attributes).Select(each => $" {each.Name}")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/s/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", HttpStatusCode.Gone)]
    [InlineData("/s/short", HttpStatusCode.NotFound)]
    [InlineData("/assets/../appsettings.json", HttpStatusCode.NotFound)]
    [InlineData("/assets/nothing", HttpStatusCode.NotFound)]
    public async Task An_address_that_leads_nowhere_says_so(string path, HttpStatusCode status)
    {
        using var page = new PageDriver(new Uri(_host.Address, path));
        await page.LookAsync();
        Assert.Equal(status, page.Status);
        Assert.DoesNotContain("Exception", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_log_line_and_no_summary_holds_a_password_a_handle_a_number_or_a_code()
    {
        var (chat, card) = await ReachAsync();
        using var page = await PageDriver.OpenAsync(card);
        await page.SavesAsync(Steps.GoodPassword);
        await chat.Sees("Your password is changed");
        var handle = card.PageAddress.AbsolutePath.Split('/')[^1];
        string[] secrets = [Steps.GoodPassword, handle, await _host.Outbox.CodeAsync(chat.Person.Mobile), $"Number: {card.PageNumber}"];
        foreach (var secret in secrets)
        {
            Assert.DoesNotContain(_host.Log, line => line.Contains(secret, StringComparison.Ordinal));
            Assert.DoesNotContain(chat.All, message => message.Card is not null && message.Toast.Contains(secret, StringComparison.Ordinal));
        }

        Assert.Equal(card.Toast, (string?)card.Body["text"] ?? card.Toast);
        Assert.DoesNotContain(Steps.GoodPassword, _host.StoredBytes(), StringComparison.Ordinal);
    }

    private async Task<(ChatDriver Chat, ChatMessage Card)> ReachAsync()
    {
        var chat = _host.Chat(_host.Somebody());
        return (chat, await chat.ProvesAsync(_host.Outbox));
    }

    private static void CheckHeaders(PageDriver page)
    {
        var headers = page.Response.Headers.ToDictionary(header => header.Key, header => string.Join(',', header.Value));
        Assert.Contains("default-src 'none'", headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Contains("no-store", headers["Cache-Control"], StringComparison.Ordinal);
        Assert.Equal("no-referrer", headers["Referrer-Policy"]);
        Assert.Equal("nosniff", headers["X-Content-Type-Options"]);
        Assert.False(headers.ContainsKey("Server"));
    }
}
