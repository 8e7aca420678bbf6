using System.Text.RegularExpressions;
using ResetBot.EndToEnd.Clients;
using ResetBot.EndToEnd.Pages;
using ResetBot.EndToEnd.Running;
using ResetBot.EndToEnd.Screenshots;
using ResetBot.Testing.Conversations;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ResetBot.EndToEnd.Stories;

/// <summary>Somebody whose address in Slack says nothing shows in Microsoft's own client, or on the web page, who they are.</summary>
public sealed partial class LinkingSlack(Chromium chromium)
{
    [Fact]
    public async Task Alex_links_Slack_in_Teams_and_is_known_there()
    {
        await using var context = await chromium.NewContextAsync();
        await using var bot = await ChatProcess.StartWithSlackAsync();
        await using var playground = await PlaygroundProcess.StartAsync(bot);
        var teams = await TeamsClient.OpenAsync(context, playground.Address);
        var slack = bot.SlackChat(Person.Alex);
        slack.User.Email = "alex@home.example";
        await slack.Says("reset").Sees("I find no account for you", "type “link”");

        await teams.SeesAsync("Hello, I am ResetBot");
        await teams.SaysAsync("link");
        var page = await teams.OpensSecurePageAsync("First show that it is you");
        await page.TypesAsync("Current password", Person.Alex.Password);
        await page.PressesAsync("Check");
        await page.SeesAsync("Thank you");
        await page.CloseAsync();
        var card = await teams.SeesAsync("Link your chat in Slack");
        await Gallery.CardAsync(card, "link-code");
        await slack.Says(Code().Match((await card.TextContentAsync())!).Value).Sees("From now on I know you here as " + Person.Alex.UserName);
        await teams.SeesWordsAsync($"Done: Alex Wilber ({slack.User.Id}) counts as you there now. Type “unlink” to end that.");
        await Gallery.WindowAsync(teams.Page, "linked");
        await slack.Says("status").Sees("Your account", Person.Alex.UserName);
    }

    [Fact]
    public async Task The_code_on_the_web_page_can_be_read_on_any_screen()
    {
        await using var context = await chromium.NewContextAsync();
        await using var bot = await ChatProcess.StartWithSlackAsync();
        var person = Person.Generated(0);
        var page = await context.NewPageAsync();
        await page.GotoAsync(bot.Address.ToString());
        await page.GetByLabel("Or type here").FillAsync("link");
        await page.PressesAsync("Send");
        await page.GetByLabel("Your account").FillAsync(person.UserName);
        await page.PressesAsync("Continue");
        await page.PressesAsync("E-mail");
        foreach (var destination in (string[])[person.Email, person.Mobile])
        {
            await page.GetByLabel("Code", new() { Exact = true }).FillAsync(await bot.Outbox.CodeAsync(destination));
            await page.PressesAsync("Check the code");
        }

        await Expect(page.Locator("#turns")).ToContainTextAsync("Link your chat in Slack");
        await Gallery.PageAsync(page, "39-web-link-chat", Axe.FindsNothingAsync);
    }

    [GeneratedRegex("link [0-9]{8}")]
    private static partial Regex Code();
}
