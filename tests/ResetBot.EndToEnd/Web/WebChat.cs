using Microsoft.Playwright;
using ResetBot.EndToEnd.Pages;
using ResetBot.EndToEnd.Running;
using ResetBot.EndToEnd.Screenshots;
using ResetBot.Testing.Conversations;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ResetBot.EndToEnd.Web;

/// <summary>The chat page in a real browser: with script and without, in every state looked at in light, in dark and on a phone.</summary>
public sealed class WebChat(Chromium chromium)
{
    private const int MostLoads = 100;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_password_is_reset_with_script_and_without(bool script)
    {
        await using var context = await chromium.NewContextAsync(new() { JavaScriptEnabled = script });
        await using var bot = await ChatProcess.StartAsync();
        var person = Person.Generated(0);
        var page = await context.NewPageAsync();
        await ProvesAsync(page, bot, person, look: script);

        var address = await page.Locator("#latest a.button").GetAttributeAsync("href");
        var number = await page.Locator("#latest .number strong").TextContentAsync();
        var secure = await context.NewPageAsync();
        await secure.GotoAsync(address!);
        await secure.TypesAsync("Number", number!);
        await secure.PressesAsync("Go on");
        await secure.ChoosesAsync(Steps.GoodPassword);
        await secure.PressesAsync("Save");
        await secure.SeesAsync("Your password is changed");

        // With script the page hears of it by itself, without it whoever loads it again finds it: what is said in the chat leaves a moment after the page has answered.
        for (var loaded = 0; !script && loaded < MostLoads && !(await page.Locator("#turns").TextContentAsync())!.Contains("Your password is changed", StringComparison.Ordinal); loaded++)
        {
            await page.ReloadAsync();
        }

        await Expect(page.Locator("#turns")).ToContainTextAsync("Your password is changed");
        await LookAsync(page, "36-web-done", script);
        await context.SignsInAsync(bot, person, Steps.GoodPassword, "ok");
    }

    [Fact]
    public async Task Everything_is_reached_by_the_keyboard()
    {
        await using var context = await chromium.NewContextAsync();
        await using var bot = await ChatProcess.StartAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(bot.Address.ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = "Reset my password" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        // The field of a question has the focus when it is asked, and Enter sends it.
        await Expect(page.GetByLabel("Your account")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("person0@contoso.example");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "E-mail" })).ToBeVisibleAsync();
    }

    private static async Task ProvesAsync(IPage page, ChatProcess bot, Person person, bool look)
    {
        await page.GotoAsync(bot.Address.ToString());
        await LookAsync(page, "30-web-welcome", look);
        await page.PressesAsync("Reset my password");
        await LookAsync(page, "31-web-name", look);
        await page.GetByLabel("Your account").FillAsync(person.UserName);
        await page.PressesAsync("Continue");
        await LookAsync(page, "32-web-choose", look);
        await page.PressesAsync("E-mail");
        await page.GetByLabel("Code", new() { Exact = true }).FillAsync("12");
        await page.PressesAsync("Check the code");
        await LookAsync(page, "33-web-code", look);
        await page.GetByLabel("Code", new() { Exact = true }).FillAsync(await bot.Outbox.CodeAsync(person.Email));
        await page.PressesAsync("Check the code");
        await Expect(page.Locator("#turns")).ToContainTextAsync("That is right");
        await LookAsync(page, "34-web-second", look);
        await page.GetByLabel("Code", new() { Exact = true }).FillAsync(await bot.Outbox.CodeAsync(person.Mobile));
        await page.PressesAsync("Check the code");
        await Expect(page.Locator("#latest")).ToContainTextAsync("Choose your new password");
        await LookAsync(page, "35-web-link", look);
    }

    private static Task LookAsync(IPage page, string name, bool look) =>
        look ? Gallery.PageAsync(page, name, Axe.FindsNothingAsync) : Task.CompletedTask;
}
