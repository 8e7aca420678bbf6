using Microsoft.Playwright;
using ResetBot.EndToEnd.Running;
using ResetBot.EndToEnd.Screenshots;
using ResetBot.Testing.Conversations;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ResetBot.EndToEnd.Pages;

/// <summary>The passphrase that the page for a new password offers, with script and without.</summary>
public sealed class PassphraseOffer(Chromium chromium)
{
    [Fact]
    public async Task A_press_fills_it_in_and_it_meets_every_rule()
    {
        await using var context = await chromium.NewContextAsync();
        await using var bot = await ChatProcess.StartAsync();
        var person = Person.Generated(0);
        var page = await context.OpensAsync(await bot.Chat(person).ProvesAsync(bot.Outbox));
        var offer = await OfferAsync(page);

        await page.PressesAsync("Use this passphrase");

        await Expect(page.GetByLabel("New password", new() { Exact = true })).ToHaveValueAsync(offer);
        await Expect(page.GetByLabel("The same again", new() { Exact = true })).ToHaveValueAsync(offer);
        await Expect(page.Locator("li[data-state=unmet]")).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("It stands in both fields.");
        await Expect(page.Locator("[data-password-summary]")).ToHaveTextAsync("8 of 8 rules are met");
        await Gallery.PageAsync(page, "15-passphrase-used", Axe.FindsNothingAsync);
        await page.PressesAsync("Save");
        await page.SeesAsync("Your password is changed");
        await context.SignsInAsync(bot, person, offer, "ok");
    }

    [Fact]
    public async Task Another_one_comes_in_place_and_loses_nothing_that_was_typed()
    {
        await using var context = await chromium.NewContextAsync();
        await using var bot = await ChatProcess.StartAsync();
        var page = await context.OpensAsync(await bot.Chat(Person.Generated(0)).ProvesAsync(bot.Outbox));
        List<string?> posted = [];
        page.Request += (_, request) => posted.Add(request.PostData);
        var first = await OfferAsync(page);
        await page.ChoosesAsync(Steps.GoodPassword);

        await page.PressesAsync("Another one");

        await Expect(page.Locator("#offered")).Not.ToHaveTextAsync(first);
        var second = await OfferAsync(page);
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync($"Here is another one: {second}");
        await Expect(page.GetByLabel("New password", new() { Exact = true })).ToHaveValueAsync(Steps.GoodPassword);
        Assert.All(posted, body => Assert.DoesNotContain("Password", body ?? "", StringComparison.Ordinal));
        await page.PressesAsync("Use this passphrase");
        await page.PressesAsync("Save");
        await page.SeesAsync("Your password is changed");
    }

    [Fact]
    public async Task Without_script_it_is_text_and_a_button_draws_another_one()
    {
        await using var context = await chromium.NewContextAsync(new() { JavaScriptEnabled = false });
        await using var bot = await ChatProcess.StartAsync();
        var page = await context.OpensAsync(await bot.Chat(Person.Generated(0)).ProvesAsync(bot.Outbox));
        var first = await OfferAsync(page);
        var address = page.Url;
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Use this passphrase" })).ToHaveCountAsync(0);
        await page.ChoosesAsync("half a thought");

        await page.PressesAsync("Another one");

        await Expect(page.Locator("#offered")).Not.ToHaveTextAsync(first);
        Assert.Equal(address, page.Url);
        await page.ChoosesAsync(await OfferAsync(page));
        await page.PressesAsync("Save");
        await page.SeesAsync("Your password is changed");
    }

    private static async Task<string> OfferAsync(IPage page) => (await page.Locator("#offered").TextContentAsync())!;
}
