using System.Text.RegularExpressions;
using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests.Canary;

/// <summary>What people do with what is theirs: their data, their password on the web page, and their chats.</summary>
public partial class CanaryTest
{
    // The person has chosen this password here before.
    private async Task TakeDataAsync(Person person, string password)
    {
        var chat = Host.Chat(person);
        await ShowPasswordAsync(await chat.Says("export my data").Sees("First show that it is you"), password);
        var card = await chat.Sees("Your data", "Number: ");
        _secrets.Link(card.PageAddress);
        using var page = await PageDriver.OpenAsync(card);
        await page.SubmitAsync();
        Assert.Contains(person.Mobile, page.Html, StringComparison.Ordinal);
        _secrets.Cookies("the page", page.Cookies.GetAllCookies());
        await chat.Sees("That is all that is kept about you");
        await ShowPasswordAsync(await chat.Says("erase my data").Sees("First show that it is you"), password);
        await chat.Sees("1.").Says("erase everything").Sees("Your data is erased");
    }

    private async Task ChangeOnTheWebAsync(Person person)
    {
        using var web = Host.Browser();
        await web.OpensAsync();
        await web.SaysAsync("change");
        await web.SeesAsync("Which account?");
        await web.EntersAsync(person.UserName);
        await web.TapsAsync("E-mail");
        await web.EntersAsync(await CodeAsync(person.Email));
        await web.SeesAsync("Change your password");
        _secrets.Link(web.PageAddress);
        using var page = await web.OpensPageAsync();
        await SendsAsync(page, _secrets.Password("a wrong old one on the web"), _secrets.Password("the change that did not come"));
        await SendsAsync(page, person.Password, _secrets.Password("the change on the web"));
        Assert.Equal("Your password is changed", page.Title);
        _secrets.Cookies("the browser", web.Cookies.GetAllCookies().Where(cookie => cookie.Value.Length > 8));
    }

    private async Task ShowPasswordAsync(ChatMessage card, string password)
    {
        _secrets.Link(card.PageAddress);
        using var page = await PageDriver.OpenAsync(card);
        await page.SubmitAsync(("oldPassword", password));
    }

    private async Task ChangeAsync(Person person)
    {
        var chat = Host.Chat(person);
        var card = await chat.Says("change").Sees("Change your password", "Number: ");
        _secrets.Link(card.PageAddress);
        using var page = await PageDriver.OpenAsync(card);
        var changed = _secrets.Password("the change");
        await SendsAsync(page, _secrets.Password("a wrong old one"), changed);
        await SendsAsync(page, person.Password, _secrets.WeakPassword());
        await SendsAsync(page, person.Password, changed);
        Assert.Equal("Your password is changed", page.Title);
        await chat.Sees("Your password is changed");
        using var again = await PageDriver.OpenAsync(await chat.Says("change").Sees("Change your password", "Number: "));
        await SendsAsync(again, changed, changed);
        await SendsAsync(again, changed, _secrets.Password("the second change"));
        Assert.Equal("Your password is changed", again.Title);
    }

    private async Task LinkAsync(Person person)
    {
        var slack = Host.SlackChat(person);
        slack.User.Email = "private@home.example";
        var teams = Host.Chat(person);
        var card = await teams.Says("link").Sees("First show that it is you");
        await ShowPasswordAsync(card, person.Password);
        await teams.Sees("Send: link ");
        var code = LinkCode().Match(teams.Seen.Text).Value;
        _secrets.LinkCode(code);
        await slack.Says(code).Sees("I know you here as");
        await slack.Says("register").Sees("First show that it is you");
    }

    [GeneratedRegex("(?<=link )[0-9]{8}")]
    private static partial Regex LinkCode();
}
