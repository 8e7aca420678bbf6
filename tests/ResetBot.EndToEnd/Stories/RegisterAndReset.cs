using OtpNet;
using ResetBot.EndToEnd.Clients;
using ResetBot.EndToEnd.Pages;
using ResetBot.EndToEnd.Running;
using ResetBot.EndToEnd.Screenshots;
using ResetBot.Testing.Conversations;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ResetBot.EndToEnd.Stories;

/// <summary>The main job in Microsoft's own client and a real browser, by tapping: Alex registers, forgets the password, and gets back in.</summary>
public sealed class RegisterAndReset(Chromium chromium)
{
    private const string PrivateMail = "alex.private@example.org";
    private static readonly TimeSpan NextStep = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Alex_registers_two_methods_and_later_resets_a_forgotten_password()
    {
        await using var context = await chromium.NewContextAsync();
        await using var bot = await ChatProcess.StartAsync();
        await using var playground = await PlaygroundProcess.StartAsync(bot);
        var teams = await TeamsClient.OpenAsync(context, playground.Address);

        await IsWelcomedOnceAsync(teams);
        await ShowsWhoItIsAsync(teams);
        await RegistersMailAsync(teams, bot.Outbox);
        var app = await RegistersAppAsync(teams);
        await ProvesAsync(teams, bot.Outbox, app);
        await ChoosesPasswordAsync(teams);
        await context.SignsInAsync(bot, Person.Alex, Steps.GoodPassword, "ok");
        await context.SignsInAsync(bot, Person.Alex, Person.Alex.Password, "wrong");
    }

    private static async Task IsWelcomedOnceAsync(TeamsClient teams)
    {
        await Gallery.CardAsync(await teams.SeesAsync("Hello, I am ResetBot"), "welcome");
        await teams.SaysAsync("help");
        await Gallery.CardAsync(await teams.SeesAsync("What I can do"), "help");
        await Gallery.WindowAsync(teams.Page, "1-welcome");
        await Expect(teams.Cards).ToHaveCountAsync(2);
    }

    private static async Task ShowsWhoItIsAsync(TeamsClient teams)
    {
        await teams.TapsAsync("Hello, I am ResetBot", "Register methods");
        await Gallery.CardAsync(await teams.SeesAsync("First show that it is you"), "open-page-current-password");
        var page = await teams.OpensSecurePageAsync("First show that it is you");
        await page.TypesAsync("Current password", Person.Alex.Password);
        await page.PressesAsync("Check");
        await page.SeesAsync("Thank you");
        await page.CloseAsync();
    }

    private static async Task RegistersMailAsync(TeamsClient teams, OutboxReader outbox)
    {
        await Gallery.CardAsync(await teams.SeesAsync("Register a method"), "register-first");
        await teams.TapsAsync("Register a method", "Another e-mail address");
        await Gallery.CardAsync(await teams.SeesAsync("Which e-mail address?"), "enter-address");
        await teams.TypesAsync("Which e-mail address?", PrivateMail, "Send me a code");
        await Gallery.CardAsync(await teams.SeesAsync("Type the code"), "enter-code");
        await teams.TypesAsync("Type the code", await outbox.CodeAsync(PrivateMail), "Check the code");
        await Gallery.CardAsync(await teams.SeesAsync("Registered"), "method-added");
    }

    private static async Task<Totp> RegistersAppAsync(TeamsClient teams)
    {
        await Gallery.CardAsync(await teams.SeesAsync("Register a method", "Authenticator app"), "register-second");
        await teams.TapsAsync("Register a method", "Authenticator app");
        await Gallery.CardAsync(await teams.SeesAsync("Set up your authenticator app"), "open-page-authenticator");
        var page = await teams.OpensSecurePageAsync("Set up your authenticator app");
        var key = (await page.Locator("code").TextContentAsync())!.Replace(" ", "", StringComparison.Ordinal);
        var app = new Totp(Base32Encoding.ToBytes(key));
        await page.TypesAsync("Code from the app", app.ComputeTotp());
        await page.PressesAsync("Check");
        await page.SeesAsync("Your app is set up");
        await page.CloseAsync();
        await teams.TapsAsync("Register a method", "Done");
        await Gallery.CardAsync(await teams.SeesAsync("Registration"), "registration-done");
        await teams.SeesWordsAsync("All set. When you forget your password, just write to me.");
        return app;
    }

    private static async Task ProvesAsync(TeamsClient teams, OutboxReader outbox, Totp app)
    {
        await teams.TapsAsync("What I can do", "Reset my password");
        await Gallery.CardAsync(await teams.SeesAsync("Reset your password"), "choose-method");
        await teams.TapsAsync("Reset your password", "E-mail to a***@example.org");
        await teams.TypesAsync("Type the code", await outbox.CodeAsync(PrivateMail, used: 1), "Check the code");
        await Gallery.CardAsync(await teams.SeesAsync("Type the code from your app"), "enter-app-code");

        // The code that registered the app is used up. A phone whose clock runs half a minute ahead already shows the next one.
        var code = app.ComputeTotp(TimeProvider.System.GetUtcNow().UtcDateTime + NextStep);
        await teams.TypesAsync("Type the code from your app", code, "Check the code");
    }

    private static async Task ChoosesPasswordAsync(TeamsClient teams)
    {
        await Gallery.CardAsync(await teams.SeesAsync("Choose your new password"), "open-page-new-password");
        var page = await teams.OpensSecurePageAsync("Choose your new password");

        await page.ChoosesAsync("alex");
        await page.ShowsRuleAsync("minimumLength", "unmet");
        await page.ShowsRuleAsync("personalNames", "unmet");
        await page.PressesAsync("Save");
        await page.SeesFaultAsync("Please choose another one:");

        await page.ChoosesAsync(Steps.GoodPassword);
        await page.ShowsRuleAsync("minimumLength", "met");
        await page.ShowsRuleAsync("personalNames", "met");
        await page.PressesAsync("Save");
        await page.SeesAsync("Your password is changed");
        await page.CloseAsync();
        await Gallery.CardAsync(await teams.SeesAsync("Your password is changed"), "reset-done");
        await Gallery.WindowAsync(teams.Page, "2-reset-done");
    }
}
