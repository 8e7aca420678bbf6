using Microsoft.Playwright;
using ResetBot.EndToEnd.Screenshots;
using ResetBot.Testing.Conversations;
using static Microsoft.Playwright.Assertions;

namespace ResetBot.EndToEnd.Pages;

/// <summary>What a person does on a secure page.</summary>
internal static class SecurePageSteps
{
    /// <summary>Opens the page of a card in a browser and types its number.</summary>
    public static async Task<IPage> OpensAsync(this IBrowserContext context, ChatMessage card)
    {
        var page = await context.NewPageAsync();
        await page.OpensAsync(card);
        return page;
    }

    /// <summary>The same, in a page that is open already.</summary>
    public static async Task OpensAsync(this IPage page, ChatMessage card)
    {
        await page.GotoAsync(card.PageAddress.ToString());
        await page.TypesAsync("Number", card.PageNumber);
        await page.PressesAsync("Go on");
    }

    /// <summary>Waits for the page with this title, takes its pictures, and checks it by the rules of accessibility.</summary>
    public static async Task LooksAsync(this IPage page, string name, string title)
    {
        await page.SeesAsync(title);
        await Gallery.PageAsync(page, name, Axe.FindsNothingAsync);
    }

    /// <summary>Tries a password on the demonstration's page and waits for its answer: ok, wrong, locked, mustChange or disabled.</summary>
    public static async Task SignsInAsync(this IBrowserContext context, IChatService bot, Person person, string password, string answer)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(bot.Address, "/demo").ToString());
        await page.TypesAsync("User name", person.UserName);
        await page.TypesAsync("Password", password);
        await page.PressesAsync("Sign in");
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync($"{person.UserName}: {answer}");
        await page.CloseAsync();
    }

    public static async Task SeesAsync(this IPage page, string title) =>
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = title, Exact = true })).ToBeVisibleAsync();

    public static async Task SeesFaultAsync(this IPage page, string words) =>
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(words);

    public static async Task TypesAsync(this IPage page, string label, string text) =>
        await page.GetByLabel(label, new() { Exact = true }).FillAsync(text);

    public static async Task PressesAsync(this IPage page, string button) =>
        await page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    /// <summary>Waits until a password rule shows this state: met or unmet.</summary>
    public static async Task ShowsRuleAsync(this IPage page, string rule, string state) =>
        await Expect(page.Locator($"li[data-rule={rule}]")).ToHaveAttributeAsync("data-state", state);

    /// <summary>Types both fields of the page for a new password.</summary>
    public static async Task ChoosesAsync(this IPage page, string password, string? again = null)
    {
        await page.TypesAsync("New password", password);
        await page.TypesAsync("The same again", again ?? password);
    }
}
