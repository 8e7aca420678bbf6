using Microsoft.Playwright;
using OtpNet;
using ResetBot.EndToEnd.Running;
using ResetBot.Testing.Conversations;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ResetBot.EndToEnd.Pages;

/// <summary>The secure page in a browser that runs no script.</summary>
public sealed class WithoutScript(Chromium chromium)
{
    [Fact]
    public async Task A_current_password_is_checked_and_an_authenticator_app_is_set_up()
    {
        await using var context = await BrowserAsync();
        await using var bot = await ChatProcess.StartAsync();
        var chat = bot.Chat(Person.Megan);
        var page = await context.OpensAsync(await chat.Says("register").Sees("First show that it is you"));
        await page.TypesAsync("Current password", chat.Person.Password);
        await page.PressesAsync("Check");
        await page.SeesAsync("Thank you");
        await chat.Sees("Register a method");

        page = await context.OpensAsync(await chat.Says("authenticator").Sees("Set up your authenticator app"));
        await page.PressesAsync("I need more time");
        await Expect(page.GetByText("This page can be used for about 20 more minutes.")).ToBeVisibleAsync();
        var key = (await page.Locator("code").TextContentAsync())!.Replace(" ", "", StringComparison.Ordinal);
        await page.TypesAsync("Code from the app", new Totp(Base32Encoding.ToBytes(key)).ComputeTotp());
        await page.PressesAsync("Check");
        await page.SeesAsync("Your app is set up");
    }

    [Fact]
    public async Task A_new_password_is_refused_with_the_rules_it_breaks_and_a_better_one_is_saved()
    {
        await using var context = await BrowserAsync();
        await using var bot = await ChatProcess.StartAsync();
        var person = Person.Generated(0);
        var page = await context.OpensAsync(await bot.Chat(person).ProvesAsync(bot.Outbox));
        await page.ChoosesAsync("short");
        await page.PressesAsync("Save");
        await page.ShowsRuleAsync("minimumLength", "unmet");
        await Expect(page.Locator("li[data-rule=minimumLength] .visually-hidden")).ToHaveTextAsync("not met");
        await Expect(page.Locator("li[data-rule=maximumLength] .visually-hidden")).ToHaveTextAsync("met");
        await page.ChoosesAsync(Steps.GoodPassword);
        await page.PressesAsync("Save");
        await page.SeesAsync("Your password is changed");
        await context.SignsInAsync(bot, person, Steps.GoodPassword, "ok");
    }

    private Task<IBrowserContext> BrowserAsync() => chromium.NewContextAsync(new() { JavaScriptEnabled = false });
}
