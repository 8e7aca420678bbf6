using Microsoft.Playwright;
using OtpNet;
using ResetBot.EndToEnd.Clients;
using ResetBot.EndToEnd.Running;
using ResetBot.EndToEnd.Screenshots;
using Xunit;

namespace ResetBot.EndToEnd.Pages;

/// <summary>Every page in each of its states, looked at in light, in dark and on a phone, and checked by the rules of accessibility.</summary>
public sealed class EveryPage(Chromium chromium)
{
    private const string Adele = "00000000-0000-0000-0000-0000000000022";
    private const string PrivateMail = "adele.private@example.org";
    private const string RightPassword = "quartz lantern drifts 58 north";

    [Fact]
    public async Task Pages_on_which_somebody_registers_can_be_read_and_used_by_everybody()
    {
        await using var context = await chromium.NewContextAsync();
        await using var bot = await BotProcess.StartAsync();
        await using var chat = await PlainChat.StartAsync(bot, Adele);
        await WrongNumberAsync(context, chat);
        await CurrentPasswordAsync(context, chat);
        await chat.HearsAsync("Register a method");
        await AuthenticatorAsync(context, chat);
        await chat.HearsAsync("Register a method");
        await DemoPageAsync(context, bot, chat);
    }

    [Fact]
    public async Task Pages_on_which_somebody_resets_can_be_read_and_used_by_everybody()
    {
        await using var context = await chromium.NewContextAsync();
        await using var bot = await BotProcess.StartAsync(("Demo:ExtraPeople", "1"));
        await using var chat = await PlainChat.StartAsync(bot, PlainChat.PersonId(0));
        await chat.ProvesByMailAndPhoneAsync(bot.Demo, 0);

        var page = await chat.OpensPageAsync(context);
        await RulesAsync(page);
        await ElsewhereAsync(chromium, chat);
        await page.ChoosesAsync(RightPassword);
        await page.PressesAsync("Save");
        await LookAsync(page, "10-new-password-done", "Your password is changed");
        await chat.HearsAsync("Your password is changed");
    }

    private static async Task WrongNumberAsync(IBrowserContext context, PlainChat chat)
    {
        await chat.SaysAsync("register", hears: "First show that it is you");
        var page = await context.NewPageAsync();
        await page.GotoAsync(chat.Page.Address);
        await LookAsync(page, "01-number", "Type the number from the chat");
        await page.TypesAsync("Number", chat.Page.Number == "11" ? "12" : "11");
        await page.PressesAsync("Go on");
        await LookAsync(page, "02-wrong-number", "That was not the number");
        await page.GotoAsync(page.Url);
        await LookAsync(page, "03-gone", "This link no longer works");
        await page.CloseAsync();
        await chat.HearsAsync("Number: ");
    }

    private static async Task CurrentPasswordAsync(IBrowserContext context, PlainChat chat)
    {
        var page = await chat.OpensPageAsync(context);
        await LookAsync(page, "04-current-password", "Your current password");
        await page.TypesAsync("Current password", "Start-Adele-2025!");
        await page.PressesAsync("Check");
        await page.SeesFaultAsync("That is not right.");
        await LookAsync(page, "05-current-password-wrong", "Your current password");
        await page.TypesAsync("Current password", "Start-Adele-2026!");
        await page.PressesAsync("Check");
        await LookAsync(page, "06-current-password-done", "Thank you");
        await page.CloseAsync();
    }

    private static async Task AuthenticatorAsync(IBrowserContext context, PlainChat chat)
    {
        await chat.SaysAsync("authenticator", hears: "Set up your authenticator app");
        var page = await chat.OpensPageAsync(context);
        await LookAsync(page, "11-authenticator", "Set up your authenticator app");
        var key = (await page.Locator("code").TextContentAsync())!.Replace(" ", "", StringComparison.Ordinal);
        var code = new Totp(Base32Encoding.ToBytes(key)).ComputeTotp();
        await page.TypesAsync("Code from the app", code == "123456" ? "654321" : "123456");
        await page.PressesAsync("Check");
        await page.SeesFaultAsync("That code is not right.");
        await LookAsync(page, "12-authenticator-wrong", "Set up your authenticator app");
        await page.TypesAsync("Code from the app", code);
        await page.PressesAsync("Check");
        await LookAsync(page, "13-authenticator-done", "Your app is set up");
        await page.CloseAsync();
    }

    private static async Task DemoPageAsync(IBrowserContext context, BotProcess bot, PlainChat chat)
    {
        var page = await context.NewPageAsync();
        await chat.SaysAsync("email", hears: "Which e-mail address?");
        await chat.SaysAsync(PrivateMail, hears: "Type the code");
        await bot.Demo.CodeToAsync(PrivateMail);
        await page.GotoAsync(new Uri(bot.Address, "demo").ToString());
        await page.TypesAsync("User name", "adele@contoso.example");
        await page.TypesAsync("Password", "wrong");
        await page.PressesAsync("Sign in");
        await LookAsync(page, "20-demo", "A company to try it on");
    }

    private static async Task RulesAsync(IPage page)
    {
        await LookAsync(page, "07-new-password", "Choose a new password");
        await page.ChoosesAsync("person", "persom");
        await page.ShowsRuleAsync("minimumLength", "unmet");
        await page.ShowsRuleAsync("confirmation", "unmet");
        await LookAsync(page, "08-new-password-rules-unmet", "Choose a new password");
        await page.ChoosesAsync("Password2026!");
        await page.PressesAsync("Save");
        await page.SeesFaultAsync("Please choose another one:");
        await LookAsync(page, "08-new-password-refused", "Choose a new password");
        await page.ChoosesAsync(RightPassword);
        await page.ShowsRuleAsync("bannedWords", "met");
        await page.ShowsRuleAsync("confirmation", "met");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).First.ClickAsync();
        await LookAsync(page, "09-new-password-rules-met", "Choose a new password");
    }

    private static async Task ElsewhereAsync(Chromium chromium, PlainChat chat)
    {
        await using var other = await chromium.NewContextAsync();
        var page = await other.NewPageAsync();
        await page.GotoAsync(chat.Page.Address);
        await LookAsync(page, "14-open-elsewhere", "Already open in another browser");
    }

    private static async Task LookAsync(IPage page, string name, string title)
    {
        await page.SeesAsync(title);
        await Gallery.PageAsync(page, name, Axe.FindsNothingAsync);
    }
}
