using Microsoft.Playwright;
using ResetBot.EndToEnd.Clients;
using ResetBot.EndToEnd.Running;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ResetBot.EndToEnd.Pages;

/// <summary>The secure page in a browser that runs no script.</summary>
public sealed class WithoutScript(Chromium chromium)
{
    private const string NewPassword = "quartz lantern drifts 58 north";

    [Fact]
    public async Task A_current_password_is_checked()
    {
        await using var context = await BrowserAsync();
        await using var bot = await BotProcess.StartAsync();
        await using var chat = await PlainChat.StartAsync(bot, "00000000-0000-0000-0000-0000000000021");
        await chat.SaysAsync("register", hears: "First show that it is you");
        var page = await chat.OpensPageAsync(context);
        await page.TypesAsync("Current password", "Start-Megan-2026!");
        await page.PressesAsync("Check");
        await page.SeesAsync("Thank you");
        await chat.HearsAsync("Register a method");
    }

    [Fact]
    public async Task A_new_password_is_refused_with_the_rules_it_breaks_and_a_better_one_is_saved()
    {
        await using var context = await BrowserAsync();
        await using var bot = await BotProcess.StartAsync(("Demo:ExtraPeople", "1"));
        await using var chat = await PlainChat.StartAsync(bot, PlainChat.PersonId(0));
        await chat.ProvesByMailAndPhoneAsync(bot.Demo, 0);
        var page = await chat.OpensPageAsync(context);
        await page.ChoosesAsync("short");
        await page.PressesAsync("Save");
        await page.ShowsRuleAsync("minimumLength", "unmet");
        await Expect(page.Locator("li[data-rule=minimumLength] .visually-hidden")).ToHaveTextAsync("not met");
        await Expect(page.Locator("li[data-rule=maximumLength] .visually-hidden")).ToHaveTextAsync("met");
        await page.ChoosesAsync(NewPassword);
        await page.PressesAsync("Save");
        await page.SeesAsync("Your password is changed");
        Assert.Equal("ok", await bot.Demo.SignInAsync("person000000000000@contoso.example", NewPassword));
    }

    private Task<IBrowserContext> BrowserAsync() => chromium.NewContextAsync(new() { JavaScriptEnabled = false });
}
