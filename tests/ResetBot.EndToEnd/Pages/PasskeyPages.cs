using Microsoft.Playwright;
using ResetBot.EndToEnd.Running;
using ResetBot.Testing.Conversations;
using ResetBot.Testing.Processes;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ResetBot.EndToEnd.Pages;

/// <summary>A passkey in a real browser, with the virtual authenticator of its developer tools (Chrome DevTools Protocol, domain WebAuthn).</summary>
public sealed class PasskeyPages(Chromium chromium)
{
    private const string PrivateMail = "adele.private@example.org";

    [Fact]
    public async Task A_passkey_is_made_and_used_and_its_pages_can_be_read_by_everybody()
    {
        await using var context = await chromium.NewContextAsync();
        var port = FreePort.Find();
        await using var bot = await ChatProcess.StartAsync($"urls=http://127.0.0.1:{port}", $"ResetBot:PublicBaseUrl=http://localhost:{port}");
        var chat = bot.Chat(Person.Adele);
        var page = await context.NewPageAsync();
        await RegistersAsync(page, chat, bot.Outbox);

        await chat.Says("reset").Sees("step 1 of 2").Says("passkey").Sees("Use your passkey", "Number: ");
        await page.OpensAsync(chat.Seen);
        await page.LooksAsync("17-passkey-use", "Use your passkey");
        await page.PressesAsync("Use my passkey");
        await page.LooksAsync("18-passkey-used", "Thank you");
        await chat.SeesEver("That is right");
        await chat.Sees("Type the code", "E-mail").Says(() => bot.Outbox.CodeAsync(PrivateMail, used: 1)).Sees("That is right");
        await page.OpensAsync(await chat.Sees("Choose your new password", "Number: "));
        await page.ChoosesAsync(Steps.GoodPassword);
        await page.PressesAsync("Save");
        await page.SeesAsync("Your password is changed");
        await context.SignsInAsync(bot, chat.Person, Steps.GoodPassword, "ok");
    }

    [Fact]
    public async Task A_browser_that_is_told_no_says_so_and_can_try_again()
    {
        await using var context = await chromium.NewContextAsync();
        var port = FreePort.Find();
        await using var bot = await ChatProcess.StartAsync($"urls=http://127.0.0.1:{port}", $"ResetBot:PublicBaseUrl=http://localhost:{port}");
        var chat = bot.Chat(Person.Adele);
        var page = await context.NewPageAsync();
        await ShowsWhoItIsAsync(page, chat);
        await page.OpensAsync(await chat.Says("passkey").Sees("Make a passkey", "Number: "));
        await AuthenticatorAsync(page, verifiesUser: false);
        await page.PressesAsync("Make a passkey");
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Nothing was made");
        await page.LooksAsync("15-passkey-cancelled", "Make a passkey");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Make a passkey" })).ToBeEnabledAsync();
    }

    private static async Task RegistersAsync(IPage page, ChatDriver chat, OutboxReader outbox)
    {
        await ShowsWhoItIsAsync(page, chat);
        await page.OpensAsync(await chat.Says("passkey").Sees("Make a passkey", "Number: "));
        await AuthenticatorAsync(page, verifiesUser: true);
        await page.LooksAsync("15-passkey", "Make a passkey");
        await page.PressesAsync("Make a passkey");
        await page.LooksAsync("16-passkey-made", "Your passkey is ready");
        await chat.Sees("Registered").Sees("Register a method");
        await chat.AddsEmailAsync(outbox, PrivateMail);
        await chat.Says("done").Sees("All set");
    }

    private static async Task ShowsWhoItIsAsync(IPage page, ChatDriver chat)
    {
        await page.OpensAsync(await chat.Says("register").Sees("First show that it is you", "Number: "));
        await page.TypesAsync("Current password", chat.Person.Password);
        await page.PressesAsync("Check");
        await page.SeesAsync("Thank you");
        await chat.Sees("Register a method");
    }

    private static async Task AuthenticatorAsync(IPage page, bool verifiesUser)
    {
        var tools = await page.Context.NewCDPSessionAsync(page);
        await tools.SendAsync("WebAuthn.enable");
        await tools.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = verifiesUser,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }
}
