using Microsoft.Playwright;
using ResetBot.EndToEnd.Running;
using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.EndToEnd.Pages;

/// <summary>The pages that show recovery codes and that change a known password, with script and without.</summary>
public sealed class CodesAndChangePages(Chromium chromium)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Recovery_codes_are_shown_kept_and_used(bool script)
    {
        await using var context = await chromium.NewContextAsync(new() { JavaScriptEnabled = script });
        await using var bot = await ChatProcess.StartAsync();
        var chat = bot.Chat(Person.Adele);
        var password = await context.OpensAsync(await chat.Says("register").Sees("First show that it is you", "Number: "));
        await password.TypesAsync("Current password", chat.Person.Password);
        await password.PressesAsync("Check");
        var page = await context.OpensAsync(await chat.Sees("Register a method").Says("codes").Sees("Your recovery codes", "Number: "));
        await LookAsync(page, "19-recovery-codes", "Your recovery codes", script);
        var codes = await page.Locator("ol.codes code").AllTextContentsAsync();
        Assert.Equal(10, codes.Distinct().Count());
        await page.PressesAsync("I have saved them");
        await LookAsync(page, "19-recovery-codes-kept", "Your codes are kept", script);
        await chat.Sees("Registered").Sees("Register a method");
        await chat.AddsEmailAsync(bot.Outbox, "adele.private@example.org");
        await chat.Says("done").Sees("All set");
        await chat.Says("reset").Sees("step 1 of 2").Says("codes").Sees("Type one of your recovery codes").Says(codes[9]).Sees("That is right");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_known_password_is_changed(bool script)
    {
        await using var context = await chromium.NewContextAsync(new() { JavaScriptEnabled = script });
        await using var bot = await ChatProcess.StartAsync();
        var chat = bot.Chat(Person.Generated(1));
        var page = await context.OpensAsync(await chat.Says("change").Sees("Change your password", "Number: "));
        await LookAsync(page, "21-change", "Change your password", script);
        await page.TypesAsync("Current password", "Not-The-Right-One-1");
        await page.ChoosesAsync(Steps.GoodPassword);
        await page.PressesAsync("Save");
        await page.SeesFaultAsync("The current password is not right");
        await LookAsync(page, "21-change-wrong", "Change your password", script);
        await page.TypesAsync("Current password", chat.Person.Password);
        await page.ChoosesAsync(Steps.GoodPassword);
        await page.PressesAsync("Save");
        await page.SeesAsync("Your password is changed");
        if (script)
        {
            await context.SignsInAsync(bot, chat.Person, Steps.GoodPassword, "ok");
        }
    }

    private static Task LookAsync(IPage page, string name, string title, bool look) => look ? page.LooksAsync(name, title) : page.SeesAsync(title);
}
