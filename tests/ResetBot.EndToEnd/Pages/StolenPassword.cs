using System.Security.Cryptography;
using System.Text;
using Microsoft.Playwright;
using ResetBot.EndToEnd.Running;
using ResetBot.EndToEnd.Screenshots;
using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.EndToEnd.Pages;

/// <summary>A password from a list of stolen ones, on the page in Swedish.</summary>
public sealed class StolenPassword(Chromium chromium) : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public async Task It_is_refused_on_saving_and_the_page_says_by_which_rule()
    {
#pragma warning disable CA5350 // The lists are kept by SHA-1; nothing here is protected by it.
        await File.WriteAllTextAsync(_file, Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(Steps.GoodPassword))) + ":7");
#pragma warning restore CA5350
        await using var context = await chromium.NewContextAsync(new() { Locale = "sv-SE" });
        await using var bot = await ChatProcess.StartAsync("BreachedPasswords:Source=File", "BreachedPasswords:Path=" + _file);
        var chat = bot.Chat(Person.Generated(0));
        await chat.Says("language").Sees("Svenska").Says("svenska").Sees("Jag talar svenska").Says("jag har glömt mitt lösenord").Sees("steg 1 av 2");
        await chat.Says("mejl").Sees("Skriv koden").Says(() => bot.Outbox.CodeAsync(chat.Person.Email)).Sees("Det stämmer").Sees("Skriv koden");
        var card = await chat.Says(() => bot.Outbox.CodeAsync(chat.Person.Mobile)).Sees("Välj ditt nya lösenord");
        var page = await context.NewPageAsync();
        await page.GotoAsync(card.PageAddress.ToString());
        await page.Locator("#number").FillAsync(card.PageNumber);
        await page.Locator("#number").PressAsync("Enter");
        await ChooseAsync(page, Steps.GoodPassword);

        await page.SeesFaultAsync("inte i listor över stulna lösenord");
        await page.ShowsRuleAsync("breached", "unmet");
        await Gallery.PageAsync(page, "16-stolen-password", Axe.FindsNothingAsync);

        await ChooseAsync(page, Steps.OtherGoodPassword);
        await page.SeesAsync("Ditt lösenord är bytt");
    }

    private static async Task ChooseAsync(IPage page, string password)
    {
        await page.Locator("#newPassword").FillAsync(password);
        await page.Locator("#confirmPassword").FillAsync(password);
        await page.PressesAsync("Spara");
    }
}
