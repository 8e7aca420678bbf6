using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests.Canary;

/// <summary>What people do with what is theirs: their data, and their password on the web page.</summary>
public sealed partial class CanaryTest
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
        await chat.Sees("You have your data now");
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
}
