using ResetBot.EndToEnd.Clients;
using ResetBot.EndToEnd.Pages;
using ResetBot.EndToEnd.Running;
using ResetBot.EndToEnd.Screenshots;
using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.EndToEnd.Stories;

/// <summary>The cards that the main story does not come by, and the client on a narrow screen and in Swedish.</summary>
public sealed class EveryCard(Chromium chromium)
{
    private const string Mobile = "+46 70 123 45 67";

    [Fact]
    public async Task Every_other_card_is_shown_by_the_client()
    {
        await using var context = await chromium.NewContextAsync();
        await using var bot = await ChatProcess.StartAsync();
        await using var playground = await PlaygroundProcess.StartAsync(bot);
        var teams = await TeamsClient.OpenAsync(context, playground.Address);
        await teams.SeesAsync("Hello, I am ResetBot");

        await RefusalAndStatusAsync(teams);
        await SpoiledLinkAsync(teams);
        await SwedishAsync(teams, bot.Outbox);
    }

    private static async Task RefusalAndStatusAsync(TeamsClient teams)
    {
        await teams.TapsAsync("Hello, I am ResetBot", "Reset my password");
        await Gallery.CardAsync(await teams.SeesAsync("That does not work now"), "refusal");
        await teams.TapsAsync("Hello, I am ResetBot", "Show my status");
        await Gallery.CardAsync(await teams.SeesAsync("Your account"), "status");
        await teams.TapsAsync("That does not work now", "Register methods");
    }

    private static async Task SpoiledLinkAsync(TeamsClient teams)
    {
        var card = await teams.SeesAsync("First show that it is you", "Open the secure page");
        var wrong = await TeamsClient.NumberOnAsync(card) == "11" ? "12" : "11";
        var page = await teams.OpensSecurePageAsync("First show that it is you", wrong);
        await page.SeesAsync("That was not the number");
        await page.CloseAsync();
        await teams.SeesWordsAsync("A wrong number was typed on the page, so that link no longer works. Here is a new one. If that was not you, type cancel.");
        await Gallery.CardAsync(teams.Titled("First show that it is you").First, "settled");
    }

    private static async Task SwedishAsync(TeamsClient teams, OutboxReader outbox)
    {
        var page = await teams.OpensSecurePageAsync("First show that it is you");
        await page.TypesAsync("Current password", Person.Alex.Password);
        await page.PressesAsync("Check");
        await page.SeesAsync("Thank you");
        await page.CloseAsync();
        await teams.TapsAsync("Register a method", "Mobile phone (text message)");
        await Gallery.CardAsync(await teams.SeesAsync("Which mobile number?"), "enter-number");
        await teams.TypesAsync("Which mobile number?", Mobile, "Send me a code");
        await teams.TypesAsync("Type the code", await outbox.CodeAsync(Mobile.Replace(" ", "", StringComparison.Ordinal)), "Check the code");
        await teams.TapsAsync("Register a method", "Not now");
        await Gallery.CardAsync(await teams.SeesAsync("Registration"), "registration-not-done");
        await teams.SaysAsync("language");
        await Gallery.CardAsync(await teams.SeesAsync("Language"), "choose-language");
        await teams.TapsAsync("Language", "Svenska");
        await teams.SaysAsync("hjälp");
        await Gallery.CardAsync(await teams.SeesAsync("Det här kan jag göra"), "help-swedish");
        await teams.TapsAsync("Det här kan jag göra", "Registrera metoder");
        await teams.Page.SetViewportSizeAsync(800, 900);
        await Gallery.CardAsync(await teams.SeesAsync("Visa först att det är du"), "open-page-swedish-narrow");
    }
}
