using Microsoft.Playwright;
using OtpNet;
using ResetBot.EndToEnd.Running;
using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.EndToEnd.Pages;

/// <summary>Every page in each of its states, looked at in light, in dark and on a phone, and checked by the rules of accessibility.</summary>
public sealed class EveryPage(Chromium chromium)
{
    private const string PrivateMail = "adele.private@example.org";

    [Fact]
    public async Task Pages_on_which_somebody_registers_can_be_read_and_used_by_everybody()
    {
        await using var context = await chromium.NewContextAsync();
        await using var bot = await ChatProcess.StartAsync();
        var chat = bot.Chat(Person.Adele);
        await WrongNumberAsync(context, chat);
        await CurrentPasswordAsync(context, chat);
        await chat.Sees("Register a method");
        await AuthenticatorAsync(context, chat);
        await chat.Sees("Register a method");
        await DemoPageAsync(context, bot, chat);
    }

    [Fact]
    public async Task Pages_on_which_somebody_resets_can_be_read_and_used_by_everybody()
    {
        await using var context = await chromium.NewContextAsync();
        await using var bot = await ChatProcess.StartAsync();
        var card = await bot.Chat(Person.Generated(0)).ProvesAsync(bot.Outbox);

        var page = await context.OpensAsync(card);
        await RulesAsync(page);
        await ElsewhereAsync(chromium, card);
        await page.ChoosesAsync(Steps.GoodPassword);
        await page.PressesAsync("Save");
        await page.LooksAsync("10-new-password-done", "Your password is changed");
    }

    [Fact]
    public async Task The_page_of_a_notice_can_be_read_and_used_by_everybody()
    {
        await using var context = await chromium.NewContextAsync();
        await using var bot = await ChatProcess.StartAsync();
        var chat = bot.Chat(Person.Generated(1));
        await chat.ResetsAsync(bot.Outbox, Steps.GoodPassword);
        var page = await context.NewPageAsync();
        await page.GotoAsync(await bot.Outbox.ObjectionAsync(chat.Person.Email));
        await page.LooksAsync("35-not-me", "Was it not you?");
        await page.PressesAsync("It was not me: stop everything");
        await page.LooksAsync("36-not-me-stopped", "Recovery of the account is stopped");
        await page.GotoAsync(page.Url[..^2] + "AA");
        await page.LooksAsync("37-not-me-gone", "This link does not work");
        await chat.Says("reset").Sees("Recovery of this account is stopped");
    }

    [Fact]
    public async Task The_page_that_hands_over_what_is_kept_can_be_read_and_used_by_everybody()
    {
        await using var context = await chromium.NewContextAsync();
        await using var bot = await ChatProcess.StartAsync();
        var chat = bot.Chat(Person.Generated(1));
        var password = await context.OpensAsync(await chat.Says("export my data").Sees("First show that it is you"));
        await password.TypesAsync("Current password", chat.Person.Password);
        await password.PressesAsync("Check");
        var page = await context.OpensAsync(await chat.Sees("Your data", "Number: "));
        await page.LooksAsync("38-export", "Your data");
        var file = await page.RunAndWaitForDownloadAsync(() => page.PressesAsync("Download"));
        Assert.Equal("resetbot-my-data.json", file.SuggestedFilename);
        Assert.Contains(chat.Person.Mobile, await File.ReadAllTextAsync(await file.PathAsync()), StringComparison.Ordinal);
        await page.ReloadAsync();
        await page.LooksAsync("38-export-done", "You have your data");
        await chat.Sees("That is all that is kept about you");
    }

    private static async Task WrongNumberAsync(IBrowserContext context, ChatDriver chat)
    {
        var card = await chat.Says("register").Sees("First show that it is you");
        var page = await context.NewPageAsync();
        await page.GotoAsync(card.PageAddress.ToString());
        await page.LooksAsync("01-number", "Type the number from the chat");
        await page.TypesAsync("Number", card.WrongPageNumber);
        await page.PressesAsync("Go on");
        await page.LooksAsync("02-wrong-number", "That was not the number");
        await page.GotoAsync(page.Url);
        await page.LooksAsync("03-gone", "This link no longer works");
        await page.CloseAsync();
    }

    private static async Task CurrentPasswordAsync(IBrowserContext context, ChatDriver chat)
    {
        var page = await context.OpensAsync(await chat.Sees("First show that it is you", "Number: "));
        await page.LooksAsync("04-current-password", "Your current password");
        await page.TypesAsync("Current password", "Start-Adele-2025!");
        await page.PressesAsync("Check");
        await page.SeesFaultAsync("That is not right.");
        await page.LooksAsync("05-current-password-wrong", "Your current password");
        await page.TypesAsync("Current password", chat.Person.Password);
        await page.PressesAsync("Check");
        await page.LooksAsync("06-current-password-done", "Thank you");
        await page.CloseAsync();
    }

    private static async Task AuthenticatorAsync(IBrowserContext context, ChatDriver chat)
    {
        var page = await context.OpensAsync(await chat.Says("authenticator").Sees("Set up your authenticator app"));
        await page.LooksAsync("11-authenticator", "Set up your authenticator app");
        var key = (await page.Locator("code").TextContentAsync())!.Replace(" ", "", StringComparison.Ordinal);
        var code = new Totp(Base32Encoding.ToBytes(key)).ComputeTotp();
        await page.TypesAsync("Code from the app", code == "123456" ? "654321" : "123456");
        await page.PressesAsync("Check");
        await page.SeesFaultAsync("That code is not right.");
        await page.LooksAsync("12-authenticator-wrong", "Set up your authenticator app");
        await page.TypesAsync("Code from the app", code);
        await page.PressesAsync("Check");
        await page.LooksAsync("13-authenticator-done", "Your app is set up");
        await page.CloseAsync();
    }

    private static async Task DemoPageAsync(IBrowserContext context, ChatProcess bot, ChatDriver chat)
    {
        var page = await context.NewPageAsync();
        await chat.Says("email").Sees("Which e-mail address?").Says(PrivateMail).Sees("Type the code");
        await bot.Outbox.CodeAsync(PrivateMail);
        await page.GotoAsync(new Uri(bot.Address, "/demo").ToString());
        await page.TypesAsync("User name", chat.Person.UserName);
        await page.TypesAsync("Password", "wrong");
        await page.PressesAsync("Sign in");
        await page.LooksAsync("20-demo", "A company to try it on");
    }

    private static async Task RulesAsync(IPage page)
    {
        await page.LooksAsync("07-new-password", "Choose a new password");
        await page.ChoosesAsync("person", "persom");
        await page.ShowsRuleAsync("minimumLength", "unmet");
        await page.ShowsRuleAsync("confirmation", "unmet");
        await page.LooksAsync("08-new-password-rules-unmet", "Choose a new password");
        await page.ChoosesAsync("Password2026!");
        await page.PressesAsync("Save");
        await page.SeesFaultAsync("Please choose another one:");
        await page.LooksAsync("08-new-password-refused", "Choose a new password");
        await page.ChoosesAsync(Steps.GoodPassword);
        await page.ShowsRuleAsync("bannedWords", "met");
        await page.ShowsRuleAsync("confirmation", "met");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).First.ClickAsync();
        await page.LooksAsync("09-new-password-rules-met", "Choose a new password");
    }

    private static async Task ElsewhereAsync(Chromium chromium, ChatMessage card)
    {
        await using var other = await chromium.NewContextAsync();
        var page = await other.NewPageAsync();
        await page.GotoAsync(card.PageAddress.ToString());
        await page.LooksAsync("14-open-elsewhere", "Already open in another browser");
    }
}
