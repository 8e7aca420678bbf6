using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ResetBot.EndToEnd.Clients;

/// <summary>A person at the Teams client: reads its cards, taps their buttons, types into their fields and into the chat.</summary>
internal sealed class TeamsClient(IPage page)
{
    public IPage Page => page;

    /// <summary>Every card that is shown, oldest first.</summary>
    public ILocator Cards => page.Locator(".ac-adaptiveCard");

    public static async Task<TeamsClient> OpenAsync(IBrowserContext context, Uri address)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(address.ToString());
        return new TeamsClient(page);
    }

    /// <summary>Waits for the newest card with this title.</summary>
    public async Task<ILocator> SeesAsync(string title)
    {
        var card = Titled(title).Last;
        await Expect(card).ToBeVisibleAsync();
        return card;
    }

    /// <summary>Waits for the newest card with this title that has this button.</summary>
    public async Task<ILocator> SeesAsync(string title, string button)
    {
        var card = Titled(title).Filter(new() { Has = Button(button) }).Last;
        await Expect(card).ToBeVisibleAsync();
        return card;
    }

    /// <summary>Waits for words that are no card.</summary>
    public async Task SeesWordsAsync(string words) =>
        await Expect(page.GetByText(words, new() { Exact = true }).Last).ToBeVisibleAsync();

    /// <summary>Taps a button of the newest card that has this title and this button.</summary>
    public async Task TapsAsync(string title, string button) =>
        await (await SeesAsync(title, button)).Locator(Label(button)).ClickAsync();

    /// <summary>Types into the field of a card and taps a button of it.</summary>
    public async Task TypesAsync(string title, string text, string button)
    {
        var card = await SeesAsync(title, button);
        await card.Locator("input").FillAsync(text);
        await card.Locator(Label(button)).ClickAsync();
    }

    /// <summary>Writes into the chat.</summary>
    public async Task SaysAsync(string text)
    {
        await page.Locator("[data-lexical-editor]").First.ClickAsync();
        await page.Keyboard.TypeAsync(text);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Follows a card to its secure page in a new window, and types the number of the card there, or another one.</summary>
    public async Task<IPage> OpensSecurePageAsync(string title, string? number = null)
    {
        const string Open = "Open the secure page";
        var card = await SeesAsync(title, Open);
        number ??= await NumberOnAsync(card);
        var opened = await page.Context.RunAndWaitForPageAsync(() => card.Locator(Label(Open)).ClickAsync());
        await opened.GetByLabel("Number").FillAsync(number);
        await opened.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        return opened;
    }

    /// <summary>Every card with this title, oldest first.</summary>
    public ILocator Titled(string title) =>
        Cards.Filter(new() { Has = page.GetByRole(AriaRole.Heading, new() { Name = title, Exact = true }) });

    /// <summary>The two digits that a card shows.</summary>
    public static async Task<string> NumberOnAsync(ILocator card) => (await card.GetByText(Patterns.TwoDigits()).TextContentAsync())!;

    private ILocator Button(string name) => page.Locator(Label(name));

    private static string Label(string button) => $"button[aria-label=\"{button}\"]";
}
